import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';

/** Stands where the view of a feature cannot be read. */
export function ViewGone() {
  const { t } = useTranslationRef(dataTranslationRef);
  return <EmptyState title={t('feature.gone')} why={t('feature.goneWhy')} />;
}
