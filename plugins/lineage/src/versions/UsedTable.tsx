import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { RunStateMark } from '../drawer/RunStateMark';
import { useNodeNames } from '../names/useNodeNames';
import { rootNode } from '../page/rootNode';
import { NodeLink } from '../pieces/NodeLink';
import { Since } from '../pieces/Since';
import { lineageTranslationRef } from '../translation';
import { UsedOutput } from './UsedOutput';

const COLUMNS = ['job', 'state', 'time', 'outputs'] as const;

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
  note: { color: theme.palette.text.secondary },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** Runs with what they wrote and what depends on that. */
export function UsedTable(props: {
  runs: readonly LineageRun[];
  environment?: string;
}) {
  const { runs, environment } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const nodes = useMemo(() => {
    const outputs = runs.flatMap(run => run.outputs);
    const consumers = outputs.flatMap(output => output.consumers ?? []);
    const written = outputs.flatMap(({ id }) => rootNode(id) ?? []);
    return [
      ...new Map([...written, ...consumers].map(n => [n.id, n])).values(),
    ];
  }, [runs]);
  const names = useNodeNames(nodes);
  return (
    <Table size="small" aria-label={t('used.table')}>
      <TableHead>
        <TableRow>
          {COLUMNS.map(column => (
            <TableCell key={column}>{t(`used.columns.${column}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {runs.map(run => (
          <TableRow key={run.id}>
            <TableCell className={classes.cell}>
              {run.job ? (
                <NodeLink
                  id={run.job.id}
                  entityRef={rootNode(run.job.id)?.entityRef}
                  title={run.job.name}
                  environment={environment}
                />
              ) : (
                <span className={classes.note}>{t('used.hiddenJob')}</span>
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              <span className={classes.state}>
                <RunStateMark state={run.state} />
                {t(`runs.state.${run.state}`)}
              </span>
            </TableCell>
            <TableCell className={classes.cell}>
              <Since time={run.lastEventAt} />
            </TableCell>
            <TableCell className={classes.cell}>
              {run.outputs.length === 0 && (
                <span className={classes.note}>{t('used.wroteNothing')}</span>
              )}
              <ul className={classes.list}>
                {run.outputs.map(output => (
                  <li
                    key={`${output.id} ${output.name} ${output.version ?? ''} ${output.partition ?? ''}`}
                  >
                    <UsedOutput
                      output={output}
                      names={names}
                      environment={environment}
                    />
                  </li>
                ))}
              </ul>
              {run.truncated && (
                <span className={classes.note}>{t('used.moreWritten')}</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
