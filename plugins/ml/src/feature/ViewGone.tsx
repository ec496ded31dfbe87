import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { mlTranslationRef } from '../translation';

/** Stands where the view of a feature cannot be read. */
export function ViewGone() {
  const { t } = useTranslationRef(mlTranslationRef);
  return <EmptyState title={t('feature.gone')} why={t('feature.goneWhy')} />;
}
