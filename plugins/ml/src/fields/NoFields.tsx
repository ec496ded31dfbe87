import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from './translation';

/** Stands where the fields of an entity would be. */
export function NoFields() {
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <EmptyState title={t('fields.empty.title')} why={t('fields.empty.why')} />
  );
}
