import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { mlTranslationRef } from '../translation';

/** Stands where the fields of an entity would be. */
export function NoFields() {
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <EmptyState title={t('fields.empty.title')} why={t('fields.empty.why')} />
  );
}
