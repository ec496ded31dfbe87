import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { LineageCanvas } from '../graph/canvas/LineageCanvas';
import { TableView } from '../table/TableView';
import { lineageTranslationRef } from '../translation';
import { Exploration } from './useExploration';

const useStyles = makeStyles({
  root: { position: 'absolute', top: 0, right: 0, bottom: 0, left: 0 },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 6 },
});

/** The picture or the table. */
export function Stage(props: { exploration: Exploration; title: string }) {
  const { exploration, title } = props;
  const { view, graph, drawing, arranging, faces, marks } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const isTable = view.as === 'table';
  const busy = graph.loading || graph.expanding || (!isTable && arranging);
  // What is known of another root is not of this one.
  const shown =
    drawing && graph.data && drawing.flow.root === graph.data.root
      ? drawing
      : undefined;
  return (
    <div className={classes.root} aria-busy={busy}>
      {busy && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('explorer.loading')}
        />
      )}
      {isTable && graph.data && (
        <TableView graph={graph.data} exploration={exploration} />
      )}
      {!isTable && shown && (
        <LineageCanvas
          drawing={shown}
          faces={faces}
          label={t('graph.title', { title })}
          strong={marks.strong}
          othersFaint={marks.othersFaint}
          selected={marks.marked.selected}
          target={exploration.target}
          onOpen={exploration.open}
          onExpand={exploration.expand}
          onTidy={exploration.tidy}
        />
      )}
    </div>
  );
}
