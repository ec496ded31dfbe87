import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Exploration } from '../explorer/useExploration';
import { describeError } from '../loading/describeError';
import { useNameOf } from '../names/useNameOf';
import { lineageTranslationRef } from '../translation';
import { usePathSentence } from './usePathSentence';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0, 1, 0.5), padding: theme.spacing(0, 1) },
  action: { whiteSpace: 'nowrap' },
}));

/** In words, how what the reader chose is connected with the root. */
export function PathNote(props: {
  to: string;
  exploration: Exploration;
  /** What the root is called. */
  rootTitle: string;
}) {
  const { to, exploration, rootTitle } = props;
  const { names, nodes, path, change } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const own = useNameOf(to);
  const isShown = nodes.some(({ id }) => id === to);
  const title = isShown ? names.of(to).title : own.title;
  const sentence = usePathSentence();
  const { data, error } = path;
  const ends = { root: rootTitle, title };

  const words = () => {
    if (error) {
      const { message } = describeError(error);
      return t('path.failed', { title, message });
    }
    return data ? sentence(data, ends) : t('path.looking', ends);
  };
  return (
    <Alert
      severity={error ? 'warning' : 'info'}
      className={classes.root}
      role="status"
      action={
        <>
          {error && (
            <Button color="inherit" size="small" onClick={path.reload}>
              {t('problem.retry')}
            </Button>
          )}
          <Button
            className={classes.action}
            color="inherit"
            size="small"
            onClick={() => change({ path: undefined })}
          >
            {t('path.clear')}
          </Button>
        </>
      }
    >
      {words()}
    </Alert>
  );
}
