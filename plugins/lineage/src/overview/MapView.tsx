import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { RefObject } from 'react';
import { GoToRoot } from '../explorer/GoToRoot';
import { Exploration } from '../explorer/useExploration';
import { Problem } from '../loading/Problem';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';
import { MapPage } from './MapPage';
import { useMapPlan } from './useMapPlan';
import { ALL_THINGS, MANY_THINGS, useOverview } from './useOverview';

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    backgroundColor: theme.palette.background.paper,
  },
  progress: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 6 },
  problem: { padding: theme.spacing(2) },
}));

/**
 * Everything around the root on one map: far more than a graph can show, with
 * less about each. Mount it anew for another root, environment or time.
 */
export function MapView(props: {
  root: string;
  exploration: Exploration;
  /** What the root is called. */
  title: string;
  onRoot: GoToRoot;
  searchField: RefObject<HTMLInputElement>;
}) {
  const { root, exploration, title, onRoot, searchField } = props;
  const { view, asOf, graph } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const limit = view.all ? ALL_THINGS : MANY_THINGS;
  const overview = useOverview(
    {
      root,
      direction: view.direction,
      environment: view.environment,
      asOf: asOf.time,
      kinds: view.kinds,
      limit,
    },
    graph.readAt,
  );
  const { data, error, loading } = overview;
  const plan = useMapPlan(data);
  const arranging = data !== undefined && plan?.overview !== data;
  const busy = loading || arranging;
  const isEmpty = plan !== undefined && plan.overview.nodes.length <= 1;
  return (
    <div className={classes.root} aria-busy={busy}>
      {busy && (
        <LinearProgress
          className={classes.progress}
          aria-label={loading ? t('map.loading') : t('map.arranging')}
        />
      )}
      {error && (
        <div className={classes.problem}>
          <Problem
            mild={data !== undefined}
            error={error}
            title={data ? t('map.stale') : t('map.failed')}
            onRetry={overview.reload}
          />
        </div>
      )}
      {isEmpty && (
        <EmptyState
          title={t('map.empty')}
          why={
            plan.overview.complete
              ? t('map.emptyWhy')
              : [t('map.emptyWhy'), t('map.incomplete')].join(' ')
          }
        />
      )}
      {plan && !isEmpty && (
        <MapPage
          plan={plan}
          limit={limit}
          exploration={exploration}
          title={title}
          onRoot={onRoot}
          searchField={searchField}
        />
      )}
    </div>
  );
}
