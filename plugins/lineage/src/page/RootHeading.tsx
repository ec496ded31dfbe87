import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { useNodeNames } from '../names/useNodeNames';
import { UnmappedLink } from '../unmapped/UnmappedLink';
import { lineageTranslationRef } from '../translation';
import { rootNode } from './rootNode';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  pages: { marginLeft: 'auto' },
  title: { overflowWrap: 'anywhere' },
}));

/** What the page is about, and the way to something else. */
export function RootHeading(props: { root: string; onOther: () => void }) {
  const { root, onOther } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const node = useMemo(() => rootNode(root), [root]);
  const names = useNodeNames(useMemo(() => (node ? [node] : []), [node]));
  const name = names.of(root);
  return (
    <div className={classes.root}>
      <div>
        <Typography variant="h5" component="h2" className={classes.title}>
          {node?.entityRef ? (
            <EntityRefLink entityRef={node.entityRef} title={name.title} />
          ) : (
            name.title
          )}
        </Typography>
        <Typography variant="body2">
          {[name.kindText, name.detail, name.ownerName]
            .filter(Boolean)
            .join(', ')}
        </Typography>
      </div>
      <Button size="small" variant="outlined" onClick={onOther}>
        {t('page.other')}
      </Button>
      <div className={classes.pages}>
        <UnmappedLink />
      </div>
    </div>
  );
}
