import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { Exploration } from '../explorer/useExploration';
import { lineageTranslationRef } from '../translation';
import { LineageTree } from './LineageTree';
import { NodeTable } from './NodeTable';

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    padding: theme.spacing(2),
    backgroundColor: theme.palette.background.paper,
  },
}));

/**
 * The same as the picture, in words: all of it as lists of lists, and what the
 * search and the chosen owners, systems and stages leave of it as a table.
 */
export function TableView(props: {
  graph: LineageGraph;
  exploration: Exploration;
}) {
  const { graph, exploration } = props;
  const { names, fitting, search } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const nameOf = names.of;
  const searched = search.text.trim() !== '';
  const rows = useMemo(() => {
    const hits = new Set(search.hits);
    return graph.nodes
      .filter(
        ({ id }) =>
          (!searched || hits.has(id)) &&
          (fitting === undefined || fitting.has(id)),
      )
      .map(node => ({ node, name: nameOf(node.id) }));
  }, [graph, nameOf, fitting, search.hits, searched]);
  return (
    <div className={classes.root}>
      <LineageTree graph={graph} exploration={exploration} />
      <Typography variant="subtitle2" component="h3">
        {rows.length === graph.nodes.length
          ? t('table.all', { count: rows.length })
          : t('table.some', {
              count: rows.length,
              total: String(graph.nodes.length),
            })}
      </Typography>
      <NodeTable rows={rows} exploration={exploration} />
    </div>
  );
}
