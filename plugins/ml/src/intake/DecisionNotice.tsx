import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Problem } from '../loading/Problem';
import { intakeTranslationRef } from './translation';
import { Decisions } from './useDecisions';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(1) },
  action: { whiteSpace: 'nowrap' },
}));

/** What came of the last decision, and that the list follows in a moment. */
export function DecisionNotice(props: { decisions: Decisions }) {
  const { latest, dismiss, undo, error, busy } = props.decisions;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  return (
    <>
      {error && <Problem error={error} title={t('intake.suggestion.failed')} />}
      {latest && latest.accepted > 0 && (
        <Alert
          severity="info"
          role="status"
          className={classes.root}
          action={
            <>
              {undo && (
                <Button
                  color="inherit"
                  size="small"
                  className={classes.action}
                  disabled={busy}
                  onClick={undo}
                >
                  {t('intake.notice.undo')}
                </Button>
              )}
              <Button color="inherit" size="small" onClick={dismiss}>
                {t('intake.notice.dismiss')}
              </Button>
            </>
          }
        >
          {t('intake.notice.accepted', { count: latest.accepted })}{' '}
          {t('intake.notice.reading')}
        </Alert>
      )}
      {latest?.refused.map(({ record, error: refusal }) => (
        <Alert
          key={record.name}
          severity="warning"
          className={classes.root}
          onClose={dismiss}
        >
          {t('intake.notice.refused', { record: record.name })}{' '}
          {refusal?.message}
        </Alert>
      ))}
    </>
  );
}
