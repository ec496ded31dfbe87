import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lineageNodeReadPermission } from '@understudy/plugin-lineage-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { lineageApiRef } from '../api/LineageApi';
import { useLoaded } from '../loading/useLoaded';
import { ListProblem } from '../pieces/ListProblem';
import { rootRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';
import { SelectionBar } from './SelectionBar';
import { UnmappedFilters } from './UnmappedFilters';
import { UnmappedPager } from './UnmappedPager';
import { UnmappedTable } from './UnmappedTable';
import { NothingUnmapped } from './NothingUnmapped';
import {
  nextPage,
  previousPage,
  readUnmappedView,
  withChoice,
} from './unmappedView';
import { useSelection } from './useSelection';

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
}));

/** What pipelines report and no entity claims, and drafts of entities for it. */
export function UnmappedPage() {
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  const lineagePage = useRouteRef(rootRouteRef);
  const selection = useSelection();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const view = useMemo(
    () => readUnmappedView(new URLSearchParams(address)),
    [address],
  );
  const { kind, environment, text, sort, limit, cursor } = view;
  const list = useLoaded(
    useCallback(
      () =>
        lineageApi.listUnmapped({
          kind,
          environment,
          text: text || undefined,
          sort,
          limit,
          cursor,
        }),
      [lineageApi, kind, environment, text, sort, limit, cursor],
    ),
    { keep: () => true },
  );
  const { data, error, loading } = list;
  const choose = (choice: Parameters<typeof withChoice>[1]) =>
    setParams(before => withChoice(before, choice), { replace: true });
  return (
    <>
      <div className={classes.head}>
        <div>
          <Typography variant="h5" component="h2">
            {t('unmapped.title')}
          </Typography>
          <Typography variant="body2">{t('unmapped.intro')}</Typography>
        </div>
        <Link to={lineagePage()} underline="always">
          {t('unmapped.back')}
        </Link>
      </div>
      <Paper className={classes.root} aria-busy={loading}>
        {loading && (
          <LinearProgress
            className={classes.progress}
            aria-label={t('unmapped.loading')}
          />
        )}
        <UnmappedFilters
          view={view}
          items={data?.items ?? []}
          onChange={choose}
        />
        {error && (
          <ListProblem
            list="unmapped"
            permission={lineageNodeReadPermission.name}
            error={error}
            mild={data !== undefined}
            onRetry={list.reload}
          />
        )}
        {data && data.items.length === 0 && (
          <NothingUnmapped
            view={view}
            onClear={() =>
              choose({ kind: undefined, environment: undefined, text: '' })
            }
          />
        )}
        {data && data.items.length > 0 && (
          <>
            <SelectionBar selection={selection} />
            <UnmappedTable
              items={data.items}
              sort={sort}
              onSort={by => choose({ sort: by })}
              selection={selection}
            />
            <UnmappedPager
              view={view}
              page={data}
              busy={loading}
              onNext={next =>
                setParams(nextPage(params, next, data.items.length))
              }
              onPrevious={() => setParams(previousPage(params))}
              onLimit={size => choose({ limit: size })}
            />
          </>
        )}
      </Paper>
    </>
  );
}
