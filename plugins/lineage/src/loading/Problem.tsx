import { WarningPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lineageTranslationRef } from '../translation';
import { describeError } from './describeError';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  message: { overflowWrap: 'anywhere' },
  action: { marginTop: theme.spacing(1) },
}));

/** What went wrong, in the backend's words, and what to do next. */
export function Problem(props: {
  error: ErrorLike;
  /** What was attempted, as a heading. */
  title: string;
  /** Something is shown all the same. */
  mild?: boolean;
  onRetry?: () => void;
}) {
  const { error, title, mild, onRetry } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { kind, message } = describeError(error);
  return (
    <div className={classes.root}>
      <WarningPanel
        severity={mild ? 'warning' : 'error'}
        title={title}
        defaultExpanded
        titleFormat="plain"
      >
        <Typography variant="body2" className={classes.message}>
          {message}
        </Typography>
        <Typography variant="body2">{t(`problem.next.${kind}`)}</Typography>
        {onRetry && (
          <Button
            className={classes.action}
            size="small"
            variant="outlined"
            onClick={onRetry}
          >
            {t('problem.retry')}
          </Button>
        )}
      </WarningPanel>
    </div>
  );
}
