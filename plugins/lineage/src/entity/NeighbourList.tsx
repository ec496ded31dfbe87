import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { adjacencyOf, neighboursOf, Side } from '../graph/model/adjacency';
import { useNodeNames } from '../names/useNodeNames';
import { NodeLink } from '../pieces/NodeLink';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';

const FEW = 6;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
    padding: theme.spacing(0.25, 0),
  },
  note: { color: theme.palette.text.secondary },
}));

/** The neighbours of the root on one side, the first few by name. */
export function NeighbourList(props: { graph: LineageGraph; side: Side }) {
  const { graph, side } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { nodes, total } = useMemo(() => {
    const byId = new Map(graph.nodes.map(node => [node.id, node]));
    const ids = neighboursOf(adjacencyOf(graph.edges), graph.root, side);
    return {
      nodes: ids.flatMap(id => byId.get(id) ?? []).slice(0, FEW),
      total: ids.length + (byId.get(graph.root)?.hidden[side] ?? 0),
    };
  }, [graph, side]);
  const names = useNodeNames(nodes);
  return (
    <PanelSection title={t(`card.${side}`, { amount: String(total) })}>
      {total === 0 && (
        <Typography variant="body2" className={classes.note}>
          {t('card.none')}
        </Typography>
      )}
      <ul className={classes.list}>
        {nodes.map(node => {
          const { title, kindText, ownerName } = names.of(node.id);
          return (
            <li key={node.id} className={classes.item}>
              <NodeLink id={node.id} entityRef={node.entityRef} title={title} />
              <div className={classes.note}>
                {[kindText, ownerName].filter(Boolean).join(', ')}
              </div>
            </li>
          );
        })}
      </ul>
      {total > nodes.length && (
        <Typography variant="body2" className={classes.note}>
          {t('card.others', { count: total - nodes.length })}
        </Typography>
      )}
    </PanelSection>
  );
}
