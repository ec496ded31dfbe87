import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import { Promotion } from '@understudy/plugin-ml-common';
import { CommandText } from '../pieces/CommandText';
import { Since } from '../pieces/Since';
import { promotionTranslationRef } from './translation';
import { isUnfinished } from './promotionGroups';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    // Lets the command wrap instead of widening the page.
    '& .MuiAlert-message': { minWidth: 0 },
  },
  message: { overflowWrap: 'anywhere' },
}));

/**
 * What happens in the registry. While it cannot be reached: what it said, when
 * the next attempt is, and what a person would type meanwhile.
 */
export function ExecutionPanel(props: { promotion: Promotion }) {
  const { state, execution } = props.promotion;
  const { t } = useTranslationRef(promotionTranslationRef);
  const classes = useStyles();
  const { lastError, nextAttemptAt, manualCommand, attempt } = execution;
  if (!lastError) {
    return state === 'executing' ? (
      <Alert severity="info" className={classes.root}>
        {t('execution.running')}
      </Alert>
    ) : null;
  }
  if (state === 'succeeded' || state === 'rolled_back') {
    return null; // it worked in the end; the timeline tells the story
  }
  return (
    <Alert severity="error" className={classes.root}>
      <AlertTitle>
        {t(isUnfinished(state) ? 'execution.pending' : 'execution.failed')}
      </AlertTitle>
      <div className={classes.message}>{lastError}</div>
      <div>
        {t('execution.attempts', { count: attempt })}
        {nextAttemptAt && (
          <>
            {' '}
            {t('execution.next')} <Since time={nextAttemptAt} />
          </>
        )}
      </div>
      {manualCommand && (
        <>
          <Typography variant="body2">{t('execution.byHand')}</Typography>
          <CommandText command={manualCommand} />
        </>
      )}
    </Alert>
  );
}
