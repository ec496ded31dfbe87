import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { LineageNode } from '@understudy/plugin-lineage-common';
import { LinkButton } from '@backstage/core-components';
import { GoToRoot } from '../explorer/GoToRoot';
import { Exploration } from '../explorer/useExploration';
import { Side, SIDES } from '../graph/model/adjacency';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 2),
  },
}));

/** What can be done with a node. */
export function NodeActions(props: {
  id: string;
  /** Undefined when the graph as it is shown does not hold it. */
  node?: LineageNode;
  entityRef?: string;
  exploration: Exploration;
  /** What the root is called. */
  rootTitle: string;
  onRoot: GoToRoot;
}) {
  const { id, node, entityRef, exploration, rootTitle, onRoot } = props;
  const { view, change, graph, grouping, expand } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const entityLink = useEntityRefLink();
  const isRoot = id === graph.data?.root;
  const isPath = view.path === id;
  const inGraph = node !== undefined;
  const hasNeighbours = (side: Side) =>
    graph.data?.edges.some(
      edge => (side === 'upstream' ? edge.target : edge.source) === id,
    );
  return (
    <>
      <div className={classes.root}>
        {entityRef && (
          <LinkButton
            role="link"
            size="small"
            variant="outlined"
            color="primary"
            to={entityLink(entityRef)}
          >
            {t('drawer.openEntity')}
          </LinkButton>
        )}
        {!isRoot && (
          <Button size="small" variant="outlined" onClick={() => onRoot(id)}>
            {t('drawer.makeRoot')}
          </Button>
        )}
        {!isRoot && (
          <Button
            size="small"
            variant={isPath ? 'contained' : 'outlined'}
            aria-pressed={isPath}
            onClick={() => change({ path: isPath ? undefined : id })}
          >
            {t('path.show', { root: rootTitle })}
          </Button>
        )}
        {SIDES.map(side => {
          const hidden = node?.hidden[side] ?? 0;
          return (
            hidden > 0 && (
              <Button
                key={side}
                size="small"
                variant="outlined"
                disabled={graph.adding}
                onClick={() => expand(id, side)}
              >
                {t(`drawer.expand.${side}`, { amount: String(hidden) })}
              </Button>
            )
          );
        })}
        {SIDES.map(
          side =>
            hasNeighbours(side) && (
              <Button
                key={side}
                size="small"
                variant="outlined"
                disabled={grouping.isFolded(id, side)}
                onClick={() => grouping.fold(id, side)}
              >
                {t(`drawer.fold.${side}`)}
              </Button>
            ),
        )}
      </div>
      {!inGraph && (
        <Typography variant="body2" paragraph>
          {t('drawer.notShown')}
        </Typography>
      )}
    </>
  );
}
