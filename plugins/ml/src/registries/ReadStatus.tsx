import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { ReactNode } from 'react';
import { Fact, Facts } from '../pieces/Facts';
import { Since } from '../pieces/Since';
import { intakeTranslationRef } from '../intake/translation';

const useStyles = makeStyles(theme => ({
  alert: { margin: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** When something was read last, whether that worked, and what came of it. */
export function ReadStatus(props: {
  title: string;
  lastSuccessAt?: string;
  lastAttemptAt?: string;
  lastError?: string;
  stale: boolean;
  counts: Fact[];
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { lastSuccessAt, lastAttemptAt, lastError, stale } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const time = (at: string | undefined) =>
    at ? <Since time={at} /> : t('registries.never');
  return (
    <section aria-label={props.title}>
      <Typography variant="subtitle1" component="h3">
        {props.title}
      </Typography>
      {stale && (
        <Alert severity="warning" className={classes.alert}>
          {t('registries.stale')}
        </Alert>
      )}
      {lastError && (
        <Alert severity="error" className={classes.alert}>
          {t('registries.lastError')} {lastError}
        </Alert>
      )}
      <Facts
        facts={[
          { name: t('registries.lastSuccess'), value: time(lastSuccessAt) },
          { name: t('registries.lastAttempt'), value: time(lastAttemptAt) },
          ...props.counts,
        ]}
      />
      {props.children}
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </section>
  );
}
