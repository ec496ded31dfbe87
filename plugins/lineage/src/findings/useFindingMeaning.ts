import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageFinding } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

/**
 * Says what a disagreement may come from: of what is declared, whether any tool
 * reports there at all, as without nothing can be observed.
 */
export function useFindingMeaning(): (
  finding: LineageFinding,
  titles: { root: string; other: string },
) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return ({ type, reporting, side, lastSeen }, { root, other }) => {
    if (type === 'observed-not-declared') {
      // What is made declares what it is made from.
      return t('findings.meaning.undeclared', {
        owner: side === 'upstream' ? root : other,
      });
    }
    if (lastSeen !== undefined) {
      return t('findings.meaning.over');
    }
    if (reporting.root && reporting.other) {
      return t('findings.meaning.both');
    }
    if (reporting.root) {
      return t('findings.meaning.rootOnly', { other });
    }
    return reporting.other
      ? t('findings.meaning.otherOnly', { root })
      : t('findings.meaning.neither');
  };
}
