import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useCallback } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { SIDES } from '../graph/model/adjacency';
import { JOB, KNOWN_KINDS } from '../graph/model/kindWord';
import { describeError } from '../loading/describeError';
import { Problem } from '../loading/Problem';
import { useLoaded } from '../loading/useLoaded';
import { lineageTranslationRef } from '../translation';
import { ElsewhereLine } from './ElsewhereLine';
import { FindingsLine } from './FindingsLine';
import { lineageRoot } from './lineageRoot';
import { NeighbourList } from './NeighbourList';

const LIMIT = 100;

const useStyles = makeStyles(theme => ({
  sides: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
}));

/**
 * What an entity is directly made from and goes into, to be read at a glance.
 * Jobs are left out: what they connect counts as connected.
 */
export function LineageCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  const entityLink = useEntityRefLink();
  const { root, field } = lineageRoot(entity);
  const graph = useLoaded(
    useCallback(
      () =>
        lineageApi.getGraph({
          root,
          direction: 'both',
          upstreamDepth: 1,
          downstreamDepth: 1,
          kinds: KNOWN_KINDS.filter(kind => kind !== JOB),
          limit: LIMIT,
        }),
      [lineageApi, root],
    ),
  );
  const { data, error } = graph;
  const unknown = error && describeError(error).kind === 'notFound';
  const tab = `${entityLink(entity)}/lineage`;
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={
        <div className={classes.links}>
          <Link to={tab}>{t('card.more')}</Link>
          {field !== undefined && (
            <Link
              to={`${tab}?${new URLSearchParams({ view: 'fields', field })}`}
            >
              {t('feature.follow', { field })}
            </Link>
          )}
        </div>
      }
    >
      {field !== undefined && (
        <Typography variant="body2" gutterBottom>
          {t('feature.ofView')}
        </Typography>
      )}
      {!data && !error && <Skeleton height={80} />}
      {unknown && !data && (
        <Typography variant="body2">{t('card.nothing')}</Typography>
      )}
      {error && !unknown && (
        <Problem
          error={error}
          mild={data !== undefined}
          title={t('card.failed')}
          onRetry={graph.reload}
        />
      )}
      {data && (
        <div className={classes.sides}>
          {SIDES.map(side => (
            <NeighbourList key={side} graph={data} side={side} />
          ))}
        </div>
      )}
      {data && <ElsewhereLine graph={data} tab={tab} />}
      <FindingsLine root={root} readAt={graph.readAt} tab={tab} />
      {data?.complete === false && (
        <Typography variant="body2">{t('notes.incomplete')}</Typography>
      )}
    </EntityInfoCard>
  );
}
