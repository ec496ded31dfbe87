import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { lineageTranslationRef } from '../translation';
import { Exploration } from './useExploration';

const useStyles = makeStyles({
  // Read by screen readers, not shown.
  root: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
});

/** Tells those who do not see the picture how much of it there is whenever that changes. */
export function Announcement(props: { exploration: Exploration }) {
  const { data, loading } = props.exploration.graph;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const hidden = (data?.nodes ?? []).reduce(
    (sum, node) => sum + node.hidden.upstream + node.hidden.downstream,
    0,
  );
  return (
    <div className={classes.root} aria-live="polite">
      {data &&
        !loading &&
        [
          t('explorer.announce', {
            things: t('explorer.things', { count: data.nodes.length }),
            connections: t('explorer.connections', {
              count: data.edges.length,
            }),
          }),
          hidden > 0 && t('explorer.announceHidden', { count: hidden }),
        ]
          .filter(Boolean)
          .join(' ')}
    </div>
  );
}
