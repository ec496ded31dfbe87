import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { ViewKind } from '../explorer/view';
import { lineageTranslationRef } from '../translation';
import { AsOf, timeText } from './readAsOf';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0, 1, 0.5), padding: theme.spacing(0, 1) },
}));

/** What of the things shown is of another time, and what is not; or why it is not. */
export function AsOfNotice(props: { asOf: AsOf; as: ViewKind }) {
  const { time, problem } = props.asOf;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  if (problem) {
    return (
      <Alert severity="warning" className={classes.root}>
        {t(`asOf.${problem}`)}
      </Alert>
    );
  }
  return time === undefined ? null : (
    <Alert severity="info" className={classes.root}>
      {props.as === 'fields'
        ? t('asOf.fieldsAreNow')
        : t('asOf.shown', { time: timeText(time) })}
    </Alert>
  );
}
