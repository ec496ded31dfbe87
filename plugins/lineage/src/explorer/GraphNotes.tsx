import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { DateTime } from 'luxon';
import { ReactNode, startTransition } from 'react';
import { describeError } from '../loading/describeError';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';
import { Exploration } from './useExploration';
import { ALL_ENVIRONMENTS, FEW_NODES, MANY_NODES } from './view';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0, 1) },
  note: { padding: theme.spacing(0, 1), marginBottom: theme.spacing(0.5) },
}));

/** What the reader has to know about the graph: that it is old, cut off, or not all of it. */
export function GraphNotes(props: { exploration: Exploration }) {
  const { graph, names, view, change, drawing } = props.exploration;
  const { environments, parts, temporary } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { data, error, addError, readAt } = graph;
  if (!data) {
    return null;
  }
  const note = (
    severity: 'info' | 'warning',
    children: ReactNode,
    action?: { label: string; act: () => void },
  ) => (
    <Alert
      severity={severity}
      className={classes.note}
      action={
        action && (
          <Button color="inherit" size="small" onClick={action.act}>
            {action.label}
          </Button>
        )
      }
    >
      {children}
    </Alert>
  );
  const retry = (act: () => void) => ({ label: t('problem.retry'), act });
  const { limit } = view;
  const { onlyElsewhere, others, choose } = environments;
  return (
    <div className={classes.root}>
      {error &&
        note(
          'warning',
          t('notes.stale', {
            message: describeError(error).message,
            time: DateTime.fromMillis(readAt ?? Date.now()).toFormat(
              'd LLL, HH:mm',
            ),
          }),
          retry(graph.reload),
        )}
      {addError &&
        note(
          'warning',
          t('notes.expandFailed', {
            message: describeError(addError).message,
          }),
          retry(graph.addAgain),
        )}
      {parts.full && note('info', t('notes.partsFull'))}
      {names.error &&
        note(
          'warning',
          t('notes.namesFailed', {
            message: describeError(names.error).message,
          }),
          retry(names.reload),
        )}
      {onlyElsewhere &&
        note(
          'info',
          t('notes.onlyDeclared', {
            environment: data.environment,
            names: others.map(({ name }) => name).join(', '),
          }),
          {
            label: t('environment.showAll'),
            act: () => choose(ALL_ENVIRONMENTS),
          },
        )}
      {data.truncated &&
        note(
          'info',
          <>
            {t('notes.truncated', {
              amount: String(
                data.nodes.length + (temporary.shown ? 0 : temporary.count),
              ),
            })}{' '}
            <TextButton onClick={() => change({ as: 'map' })}>
              {t('notes.showMap')}
            </TextButton>
          </>,
          limit === FEW_NODES
            ? {
                label: t('notes.showMore', { amount: String(MANY_NODES) }),
                // All of the page goes by the address.
                act: () => startTransition(() => change({ limit: MANY_NODES })),
              }
            : undefined,
        )}
      {!data.complete && note('info', t('notes.incomplete'))}
      {drawing?.quality === 'simple' &&
        view.as === 'graph' &&
        note('info', t('notes.simpleLayout'))}
    </div>
  );
}
