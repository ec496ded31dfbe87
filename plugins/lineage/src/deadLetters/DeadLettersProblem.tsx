import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import { lineageDeadLetterReadPermission } from '@understudy/plugin-lineage-common';
import { describeError } from '../loading/describeError';
import { Problem } from '../loading/Problem';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';

/** Why the list could not be read. Who may not see it hears which permission it takes. */
export function DeadLettersProblem(props: {
  error: ErrorLike;
  /** An older page is shown all the same. */
  mild: boolean;
  onRetry: () => void;
}) {
  const { error, mild, onRetry } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return describeError(error).kind === 'forbidden' ? (
    <EmptyState
      title={t('deadLetters.forbidden')}
      why={t('deadLetters.forbiddenWhy', {
        permission: lineageDeadLetterReadPermission.name,
      })}
    />
  ) : (
    <Problem
      error={error}
      mild={mild}
      title={[t('deadLetters.failed'), mild && t('deadLetters.stale')]
        .filter(Boolean)
        .join('. ')}
      onRetry={onRetry}
    />
  );
}
