import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { lineageTranslationRef } from '../translation';

/** Writes how long a run took, in the unit that is worth reading. */
export function useRunTime(): (start: string, end: string) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (start, end) => {
    const { seconds } = DateTime.fromISO(end).diff(
      DateTime.fromISO(start),
      'seconds',
    );
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 120) {
      return t('runs.seconds', { amount: String(whole) });
    }
    return whole < 7200
      ? t('runs.minutes', { amount: String(Math.round(whole / 60)) })
      : t('runs.hours', { amount: String(Math.round(whole / 3600)) });
  };
}
