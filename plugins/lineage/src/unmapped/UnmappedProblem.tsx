import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import { lineageNodeReadPermission } from '@understudy/plugin-lineage-common';
import { describeError } from '../loading/describeError';
import { Problem } from '../loading/Problem';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';

/** Why the list could not be read. Who may not see it hears which permission it takes. */
export function UnmappedProblem(props: {
  error: ErrorLike;
  /** An older page is shown all the same. */
  mild: boolean;
  onRetry: () => void;
}) {
  const { error, mild, onRetry } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return describeError(error).kind === 'forbidden' ? (
    <EmptyState
      title={t('unmapped.forbidden')}
      why={t('unmapped.forbiddenWhy', {
        permission: lineageNodeReadPermission.name,
      })}
    />
  ) : (
    <Problem
      error={error}
      mild={mild}
      title={[t('unmapped.failed'), mild && t('unmapped.stale')]
        .filter(Boolean)
        .join('. ')}
      onRetry={onRetry}
    />
  );
}
