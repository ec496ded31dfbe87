import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageFindings } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

/** Says how many connections the catalog and runs disagree on. */
export function useFindingsCount(): (findings: LineageFindings) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return ({ items, truncated }) =>
    truncated
      ? t('findings.countAtLeast', { amount: String(items.length) })
      : t('findings.count', { count: items.length });
}
