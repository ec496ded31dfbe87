import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { mlTranslationRef } from '../translation';
import { describeError } from './describeError';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  message: { overflowWrap: 'anywhere' },
}));

/** What went wrong, in the backend's words, and what to do next. */
export function Problem(props: {
  error: ErrorLike;
  /** What was attempted, as a heading. */
  title: string;
  onRetry?: () => void;
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const { kind, message } = describeError(props.error);
  return (
    <Alert
      severity="error"
      className={classes.root}
      action={
        props.onRetry && (
          <Button color="inherit" size="small" onClick={props.onRetry}>
            {t('problem.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{props.title}</AlertTitle>
      {message && <div className={classes.message}>{message}</div>}
      <div>{t(`problem.next.${kind}`)}</div>
    </Alert>
  );
}
