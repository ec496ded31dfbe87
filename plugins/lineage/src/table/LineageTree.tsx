import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { Exploration } from '../explorer/useExploration';
import { SIDES } from '../graph/model/adjacency';
import { besideOf, treeOf } from '../graph/model/treeOf';
import { PanelSection } from '../pieces/PanelSection';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';
import { TreeList } from './TreeList';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    marginBottom: theme.spacing(2),
  },
}));

/** The graph as lists of lists: what the root is made from, and what it goes into. */
export function LineageTree(props: {
  graph: LineageGraph;
  exploration: Exploration;
}) {
  const { graph, exploration } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const trees = useMemo(() => SIDES.map(side => treeOf(graph, side)), [graph]);
  const beside = useMemo(() => besideOf(graph), [graph]);
  const { names, change } = exploration;
  return (
    <div className={classes.root}>
      {trees.map(tree => (
        <PanelSection
          key={tree.side}
          title={t(`tree.${tree.side}`, {
            title: names.of(graph.root).title,
          })}
        >
          <TreeList tree={tree} under={graph.root} exploration={exploration} />
        </PanelSection>
      ))}
      {beside.length > 0 && (
        <PanelSection title={t('tree.beside')}>
          <ul>
            {beside.map(id => (
              <li key={id}>
                <TextButton onClick={() => change({ selected: id })}>
                  {names.of(id).title}
                </TextButton>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </div>
  );
}
