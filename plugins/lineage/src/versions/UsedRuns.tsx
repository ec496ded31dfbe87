import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { useCallback, useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Problem } from '../loading/Problem';
import { useLoaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';
import { Days, timesOf } from './daysBetween';
import { UsedTable } from './UsedTable';

const PAGE = 25;

const useStyles = makeStyles(theme => ({
  incomplete: { margin: theme.spacing(1, 0) },
  pager: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

/** The runs that used a version, page by page. */
export function UsedRuns(props: {
  node: string;
  version: string;
  days: Days;
  environment?: string;
}) {
  const { node, version, days, environment } = props;
  const { from, to } = timesOf(days);
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  // The cursors of the pages up to this one; the first page has none.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const runs = useLoaded(
    useCallback(
      () =>
        lineageApi.listUsingRuns({
          node,
          version,
          from,
          to,
          limit: PAGE,
          cursor,
        }),
      [lineageApi, node, version, from, to, cursor],
    ),
    { keep: () => true },
  );
  const { data, error, loading } = runs;
  const nextCursor = data?.nextCursor;
  const isBounded = (from ?? to) !== undefined;
  return (
    <div aria-busy={loading}>
      {loading && <LinearProgress aria-label={t('used.loading')} />}
      {error && (
        <Problem
          error={error}
          mild={data !== undefined}
          title={t(data ? 'used.stale' : 'used.failed')}
          onRetry={runs.reload}
        />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          title={t(isBounded ? 'used.noneBetween' : 'used.none')}
          why={t('used.noneWhy')}
        />
      )}
      {data && !data.complete && (
        <Alert severity="warning" className={classes.incomplete}>
          {t('used.incomplete')}
        </Alert>
      )}
      {data && data.items.length > 0 && (
        <UsedTable runs={data.items} environment={environment} />
      )}
      {(nextCursor !== undefined || cursors.length > 0) && (
        <div className={classes.pager}>
          <Typography variant="body2" color="textSecondary" role="status">
            {t('used.page', { number: String(cursors.length + 1) })}
          </Typography>
          <Button
            size="small"
            disabled={loading || cursors.length === 0}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {t('used.previous')}
          </Button>
          <Button
            size="small"
            disabled={loading || nextCursor === undefined}
            onClick={() =>
              nextCursor !== undefined && setCursors([...cursors, nextCursor])
            }
          >
            {t('used.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
