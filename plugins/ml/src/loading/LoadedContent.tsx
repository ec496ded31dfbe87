import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ReactNode } from 'react';
import { mlTranslationRef } from '../translation';
import { Problem } from './Problem';
import { Loaded } from './useLoaded';

const useStyles = makeStyles({
  // Read by screen readers, not shown.
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
});

/**
 * Draws what is known: a placeholder while nothing is, the error when reading
 * failed, and both the error and the older data when a later read failed.
 */
export function LoadedContent<T>(props: {
  loaded: Loaded<T>;
  /** What is read, for the heading of the error. */
  what: string;
  /** How many lines the placeholder has. */
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  const { loaded, what, lines = 3, children } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const { data, error } = loaded;
  if (data === undefined && !error) {
    return (
      <div role="status">
        <span className={classes.hidden}>{t('loading.busy', { what })}</span>
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} height={28} />
        ))}
      </div>
    );
  }
  return (
    <>
      {error && (
        <Problem
          error={error}
          title={t(
            data === undefined ? 'loading.failed' : 'loading.failedStale',
            { what },
          )}
          onRetry={loaded.reload}
        />
      )}
      {data !== undefined && children(data)}
    </>
  );
}
