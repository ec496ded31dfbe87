import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { mlTranslationRef } from '../translation';
import { durationParts } from './formatDuration';

/**
 * Writes ISO 8601 durations in words: `P1DT12H` is "1 day 12 hours". What is no
 * duration stays as it is.
 */
export function useDurationText(): (iso: string) => string {
  const { t } = useTranslationRef(mlTranslationRef);
  return iso => {
    const parts = durationParts(iso);
    if (!parts) {
      return iso;
    }
    return parts.length === 0
      ? t('duration.none')
      : parts
          .map(({ unit, amount }) => t(`duration.${unit}`, { count: amount }))
          .join(' ');
  };
}
