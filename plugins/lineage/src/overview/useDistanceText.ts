import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';
import { lineageTranslationRef } from '../translation';

/** Writes hops from the root, below zero upstream, for people. */
export function useDistanceText(): (distance: number) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return useCallback(
    distance => {
      if (distance === 0) {
        return t('distance.root');
      }
      return distance < 0
        ? t('distance.upstream', { count: -distance })
        : t('distance.downstream', { count: distance });
    },
    [t],
  );
}
