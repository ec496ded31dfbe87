import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageImpact } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

/** Says in a sentence or two what a change touches, and how sure that is. */
export function useImpactSentence(): (impact: LineageImpact) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return ({ totals, complete, truncated }) => {
    const notes = [!complete && t('impact.incomplete')];
    if (totals.items === 0) {
      return [t(complete ? 'impact.nothing' : 'impact.nothingSeen'), ...notes]
        .filter(Boolean)
        .join(' ');
    }
    const parts = {
      things: t('impact.things', { count: totals.items }),
      teams: t('impact.teams', { count: totals.owners }),
      entities:
        totals.production > 0
          ? t('impact.entitiesInProduction', {
              entities: t('impact.entities', { count: totals.entities }),
              production: String(totals.production),
            })
          : t('impact.entities', { count: totals.entities }),
    };
    return [
      t(truncated ? 'impact.sentenceAtLeast' : 'impact.sentence', parts),
      ...notes,
    ]
      .filter(Boolean)
      .join(' ');
  };
}
