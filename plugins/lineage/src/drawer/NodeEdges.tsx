import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LineageEdge, LineageGraph } from '@understudy/plugin-lineage-common';
import { useState } from 'react';
import { Exploration } from '../explorer/useExploration';
import { edgeKey, SIDES } from '../graph/model/adjacency';
import { PanelSection } from '../pieces/PanelSection';
import { Since } from '../pieces/Since';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';

const FEW = 10;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { fontSize: theme.typography.body2.fontSize },
  note: { color: theme.palette.text.secondary },
}));

/** The connections of a node, each with how it is known; the picture has no room for that. */
export function NodeEdges(props: {
  id: string;
  graph: LineageGraph;
  exploration: Exploration;
}) {
  const { id, graph, exploration } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <>
      {SIDES.map(side => {
        const edges = graph.edges.filter(
          edge => (side === 'upstream' ? edge.target : edge.source) === id,
        );
        return (
          edges.length > 0 && (
            <PanelSection
              key={side}
              title={t(`edge.title.${side}`, { amount: String(edges.length) })}
            >
              <EdgeList
                edges={edges}
                otherEnd={edge =>
                  side === 'upstream' ? edge.source : edge.target
                }
                exploration={exploration}
              />
            </PanelSection>
          )
        );
      })}
    </>
  );
}

function EdgeList(props: {
  edges: readonly LineageEdge[];
  otherEnd: (edge: LineageEdge) => string;
  exploration: Exploration;
}) {
  const { edges, otherEnd, exploration } = props;
  const { names, change, show } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const go = (id: string) => {
    change({ selected: id });
    show(id);
  };
  return (
    <>
      <ul className={classes.list}>
        {(all ? edges : edges.slice(0, FEW)).map(edge => (
          <li key={edgeKey(edge)} className={classes.item}>
            <TextButton onClick={() => go(otherEnd(edge))}>
              {names.of(otherEnd(edge)).title}
            </TextButton>
            <div className={classes.note}>
              {t(`origin.${edge.restricted ? 'restricted' : edge.origin}`)}
              {edge.via !== undefined && (
                <>
                  {', '}
                  {t('edge.via', { count: edge.via })}
                </>
              )}
              {edge.parallel && (
                <>
                  {', '}
                  {t('edge.parallel')}
                </>
              )}
              {edge.version !== undefined && (
                <>
                  {', '}
                  {t('edge.version', { version: edge.version })}
                </>
              )}
              {edge.lastSeen && (
                <>
                  {', '}
                  <Since time={edge.lastSeen} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!all && edges.length > FEW && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('edge.more', { count: edges.length - FEW })}
        </Button>
      )}
    </>
  );
}
