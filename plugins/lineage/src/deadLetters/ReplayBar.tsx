import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lineageTranslationRef } from '../translation';
import { Replay } from './useReplay';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
}));

/** Has many events tried again at once, and says what came of the last try. */
export function ReplayBar(props: {
  /** Ids of the events on this page. */
  shown: readonly string[];
  /** There are more than those. */
  hasMore: boolean;
  replay: Replay;
  onReload: () => void;
}) {
  const { shown, hasMore, replay, onReload } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { allowed, busy, result } = replay;
  return (
    <div className={classes.root}>
      {allowed && shown.length > 0 && (
        <>
          {hasMore && (
            <Button
              size="small"
              variant="outlined"
              disabled={busy}
              onClick={() => replay.run(shown)}
            >
              {t('deadLetters.retryPage')}
            </Button>
          )}
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={() => replay.run()}
          >
            {t('deadLetters.retryAll')}
          </Button>
        </>
      )}
      <Button size="small" onClick={onReload}>
        {t('deadLetters.readAgain')}
      </Button>
      <Typography variant="body2" role="status">
        {result !== undefined && t('deadLetters.retried', { count: result })}
      </Typography>
    </div>
  );
}
