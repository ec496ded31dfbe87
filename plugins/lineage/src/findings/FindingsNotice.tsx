import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { ChangeView } from '../explorer/useView';
import { describeError } from '../loading/describeError';
import { lineageTranslationRef } from '../translation';
import { FindingsDialog } from './FindingsDialog';
import { useFindings } from './useFindings';
import { useFindingsCount } from './useFindingsCount';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0, 1) },
  note: { padding: theme.spacing(0, 1), marginBottom: theme.spacing(0.5) },
}));

/** On how many connections the catalog and runs disagree, and the way to the list. */
export function FindingsNotice(props: {
  /** Entity ref. */
  root: string;
  title: string;
  /** When the graph was read. */
  readAt?: number;
  open: boolean;
  change: ChangeView;
}) {
  const { root, title, readAt, open, change } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const findings = useFindings(root, readAt);
  const count = useFindingsCount();
  const { data, error } = findings;
  const hasSome = data !== undefined && data.items.length > 0;
  return (
    <div className={classes.root}>
      {hasSome && (
        <Alert
          severity="info"
          className={classes.note}
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => change({ findings: true })}
            >
              {t('findings.open')}
            </Button>
          }
        >
          {count(data)}
        </Alert>
      )}
      {error && (
        <Alert
          severity="warning"
          className={classes.note}
          action={
            <Button color="inherit" size="small" onClick={findings.reload}>
              {t('problem.retry')}
            </Button>
          }
        >
          {t('findings.failedWhy', { message: describeError(error).message })}
        </Alert>
      )}
      {open && (
        <FindingsDialog
          findings={findings}
          title={title}
          onClose={() => change({ findings: false })}
        />
      )}
    </div>
  );
}
