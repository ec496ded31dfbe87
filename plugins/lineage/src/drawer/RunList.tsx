import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { useAction } from '../loading/useAction';
import { Problem } from '../loading/Problem';
import { Since } from '../pieces/Since';
import { lineageTranslationRef } from '../translation';
import { RunVersions } from '../versions/RunVersions';
import { RunLabels } from './RunLabels';
import { RunPartitions } from './RunPartitions';
import { RunStateMark } from './RunStateMark';
import { useRunTime } from './useRunTime';

const PAGE = 20;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    fontSize: theme.typography.body2.fontSize,
  },
  note: { color: theme.palette.text.secondary },
}));

interface ShownRuns {
  runs: LineageRun[];
  /** False when the reader may not see some of it. */
  complete: boolean;
}

/** The latest runs, with their state; older ones on demand. */
export function RunList(props: {
  node: string;
  /** As they came with the node; the first of them all. */
  first: ShownRuns;
  /** Shows what used a version of the node. */
  onUsed: (version: string) => void;
}) {
  const { node, first, onUsed } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const lineageApi = useApi(lineageApiRef);
  const runTime = useRunTime();
  const [older, setOlder] = useState<ShownRuns & { cursor?: string }>();
  const more = useAction(async () => {
    const page = await lineageApi.getRuns(node, {
      limit: PAGE,
      cursor: older?.cursor,
    });
    setOlder({
      runs: [...(older?.runs ?? []), ...page.items],
      complete: page.complete && (older?.complete ?? true),
      cursor: page.nextCursor,
    });
  });
  const { runs, complete } = older ?? first;
  if (runs.length === 0 && complete) {
    return <Typography variant="body2">{t('runs.none')}</Typography>;
  }
  const isAll = older !== undefined && older.cursor === undefined;
  return (
    <>
      {runs.length > 0 && (
        <ul className={classes.list}>
          {runs.map(run => (
            <li key={run.id} className={classes.item}>
              <RunStateMark state={run.state} />
              <div>
                {t(`runs.state.${run.state}`)}
                {', '}
                <Since time={run.lastEventAt} />
                {run.startedAt &&
                  run.endedAt &&
                  run.startedAt < run.endedAt && (
                    <span className={classes.note}>
                      {', '}
                      {runTime(run.startedAt, run.endedAt)}
                    </span>
                  )}
                <RunPartitions run={run} node={node} className={classes.note} />
                <RunVersions
                  run={run}
                  node={node}
                  className={classes.note}
                  onUsed={onUsed}
                />
                <RunLabels run={run} className={classes.note} />
                {run.error && <div className={classes.note}>{run.error}</div>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {!complete && (
        <Typography variant="body2" className={classes.note}>
          {t('runs.incomplete')}
        </Typography>
      )}
      {more.error && (
        <Problem
          mild
          error={more.error}
          title={t('runs.failed')}
          onRetry={() => more.run()}
        />
      )}
      {!isAll && (
        <Button size="small" disabled={more.busy} onClick={() => more.run()}>
          {t('runs.more')}
        </Button>
      )}
    </>
  );
}
