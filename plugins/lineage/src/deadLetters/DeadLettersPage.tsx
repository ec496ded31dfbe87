import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lineageDeadLetterReadPermission } from '@understudy/plugin-lineage-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { lineageApiRef } from '../api/LineageApi';
import { Problem } from '../loading/Problem';
import { useLoaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { ListProblem } from '../pieces/ListProblem';
import { rootRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';
import { DeadLetterTable } from './DeadLetterTable';
import { ReplayBar } from './ReplayBar';
import { useReplay } from './useReplay';

const PAGE_SIZE = 25;

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  root: { position: 'relative', padding: theme.spacing(2) },
  progress: { position: 'absolute', top: 0, left: 0, right: 0 },
  pages: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
}));

/** Events that were received and are not in the graph, why, and the way to have them tried again. */
export function DeadLettersPage() {
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  const lineagePage = useRouteRef(rootRouteRef);
  const [params, setParams] = useSearchParams();
  const cursor = params.get('cursor') || undefined;
  const list = useLoaded(
    useCallback(
      () => lineageApi.listDeadLetters({ limit: PAGE_SIZE, cursor }),
      [lineageApi, cursor],
    ),
    { keep: () => true },
  );
  const { data, error, loading, reload } = list;
  const replay = useReplay(reload);
  return (
    <>
      <div className={classes.head}>
        <div>
          <Typography variant="h5" component="h2">
            {t('deadLetters.title')}
          </Typography>
          <Typography variant="body2">{t('deadLetters.intro')}</Typography>
        </div>
        <Link to={lineagePage()} underline="always">
          {t('deadLetters.back')}
        </Link>
      </div>
      <Paper className={classes.root} aria-busy={loading}>
        {loading && (
          <LinearProgress
            className={classes.progress}
            aria-label={t('deadLetters.loading')}
          />
        )}
        {error && (
          <ListProblem
            list="deadLetters"
            permission={lineageDeadLetterReadPermission.name}
            error={error}
            mild={data !== undefined}
            onRetry={reload}
          />
        )}
        {replay.error && (
          <Problem
            error={replay.error}
            title={t('deadLetters.retryFailed')}
            mild
          />
        )}
        {data && (
          <ReplayBar
            shown={data.items.map(({ id }) => id)}
            hasMore={cursor !== undefined || data.nextCursor !== undefined}
            replay={replay}
            onReload={reload}
          />
        )}
        {data?.items.length === 0 &&
          (cursor === undefined ? (
            <EmptyState
              title={t('deadLetters.empty')}
              why={t('deadLetters.emptyWhy')}
            />
          ) : (
            <EmptyState
              title={t('deadLetters.noMore')}
              why={t('deadLetters.noMoreWhy')}
            />
          ))}
        {data && data.items.length > 0 && (
          <DeadLetterTable items={data.items} replay={replay} />
        )}
        {data && (cursor !== undefined || data.nextCursor !== undefined) && (
          <div className={classes.pages}>
            <Button
              size="small"
              disabled={loading || cursor === undefined}
              onClick={() => setParams({})}
            >
              {t('deadLetters.first')}
            </Button>
            <Button
              size="small"
              disabled={loading || data.nextCursor === undefined}
              onClick={() =>
                data.nextCursor !== undefined &&
                setParams({ cursor: data.nextCursor })
              }
            >
              {t('deadLetters.next')}
            </Button>
          </div>
        )}
      </Paper>
    </>
  );
}
