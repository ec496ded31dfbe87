import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import { describeError } from '../loading/describeError';
import { Problem } from '../loading/Problem';
import { lineageTranslationRef } from '../translation';
import { EmptyState } from './EmptyState';

/** Why a list could not be read. Who may not see it hears which permission it takes. */
export function ListProblem(props: {
  /** Whose texts say what is listed. */
  list: 'deadLetters' | 'unmapped';
  /** Name of the permission to see it. */
  permission: string;
  error: ErrorLike;
  /** An older page is shown all the same. */
  mild: boolean;
  onRetry: () => void;
}) {
  const { list, permission, error, mild, onRetry } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return describeError(error).kind === 'forbidden' ? (
    <EmptyState
      title={t(`${list}.forbidden`)}
      why={t(`${list}.forbiddenWhy`, { permission })}
    />
  ) : (
    <Problem
      error={error}
      mild={mild}
      title={[t(`${list}.failed`), mild && t(`${list}.stale`)]
        .filter(Boolean)
        .join('. ')}
      onRetry={onRetry}
    />
  );
}
