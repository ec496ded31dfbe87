import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ViewUsage } from '../consumers/useViewConsumers';
import { Problem } from '../loading/Problem';
import { Loaded } from '../loading/useLoaded';
import { mlTranslationRef } from '../translation';
import { dataTranslationRef } from './translation';

/** Why it is not known, or not any more, which models read the fields. */
export function UsageProblem(props: { usage: Loaded<ViewUsage> }) {
  const { data, error, reload } = props.usage;
  const { t } = useTranslationRef(mlTranslationRef);
  const { t: tData } = useTranslationRef(dataTranslationRef);
  return error ? (
    <Problem
      error={error}
      title={t(data ? 'loading.failedStale' : 'loading.failed', {
        what: tData('consumers.what'),
      })}
      onRetry={reload}
    />
  ) : null;
}
