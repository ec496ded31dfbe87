import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { LineageOverview } from '@understudy/plugin-lineage-common';
import { describeError } from '../loading/describeError';
import { lineageTranslationRef } from '../translation';
import { ALL_THINGS } from './useOverview';

const useStyles = makeStyles(theme => ({
  note: { padding: theme.spacing(0, 1), marginBottom: theme.spacing(0.5) },
}));

/** What the reader has to know about the map: that it is cut off, not all of it, or without names. */
export function MapNotes(props: {
  overview: LineageOverview;
  limit: number;
  onMore: () => void;
  namesError?: ErrorLike;
  onRetryNames: () => void;
}) {
  const { overview, limit, onMore, namesError, onRetryNames } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const action = (label: string, act: () => void) => (
    <Button color="inherit" size="small" onClick={act}>
      {label}
    </Button>
  );
  return (
    <>
      {overview.truncated && (
        <Alert
          severity="info"
          className={classes.note}
          action={
            limit < ALL_THINGS &&
            action(t('map.showMore', { amount: String(ALL_THINGS) }), onMore)
          }
        >
          {t('map.truncated', { amount: String(overview.nodes.length) })}
        </Alert>
      )}
      {!overview.complete && (
        <Alert severity="info" className={classes.note}>
          {t('map.incomplete')}
        </Alert>
      )}
      {namesError && (
        <Alert
          severity="warning"
          className={classes.note}
          action={action(t('problem.retry'), onRetryNames)}
        >
          {t('map.ownersFailed', {
            message: describeError(namesError).message,
          })}
        </Alert>
      )}
    </>
  );
}
