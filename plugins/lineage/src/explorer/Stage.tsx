import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { FieldsView } from '../fields/FieldsView';
import { LineageCanvas } from '../graph/canvas/LineageCanvas';
import { MapView } from '../overview/MapView';
import { TableView } from '../table/TableView';
import { lineageTranslationRef } from '../translation';
import { RefObject } from 'react';
import { GoToRoot } from './GoToRoot';
import { Exploration } from './useExploration';
import { usePictureWords } from './usePictureWords';

const useStyles = makeStyles({
  root: { position: 'absolute', top: 0, right: 0, bottom: 0, left: 0 },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 6 },
});

/** The picture, the table, the map, or fields. */
export function Stage(props: {
  root: string;
  exploration: Exploration;
  title: string;
  onRoot: GoToRoot;
  searchField: RefObject<HTMLInputElement>;
}) {
  const { root, exploration, title, onRoot, searchField } = props;
  const { view, graph, drawing, arranging, faces, marks } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const pictureWords = usePictureWords(exploration);
  const isGraph = view.as === 'graph';
  const busy = graph.loading || graph.adding || (isGraph && arranging);
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
      {view.as === 'table' && graph.data && (
        <TableView graph={graph.data} exploration={exploration} />
      )}
      {view.as === 'fields' && (
        <FieldsView
          root={root}
          exploration={exploration}
          title={title}
          onRoot={onRoot}
        />
      )}
      {view.as === 'map' && (
        <MapView
          key={JSON.stringify([root, view.environment, view.asOf])}
          root={root}
          exploration={exploration}
          title={title}
          onRoot={onRoot}
          searchField={searchField}
        />
      )}
      {isGraph && shown && (
        <LineageCanvas
          drawing={shown}
          faces={faces}
          label={t('graph.title', { title })}
          strong={marks.strong}
          othersFaint={marks.othersFaint}
          pictureWords={pictureWords}
          selected={marks.marked.selected}
          target={exploration.target}
          together={exploration.way}
          onOpen={exploration.open}
          onExpand={exploration.expand}
          onTidy={exploration.tidy}
        />
      )}
    </div>
  );
}
