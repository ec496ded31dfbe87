import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { mlTranslationRef } from '../translation';
import { Tag } from './Tag';

/**
 * The risk tier of a model or a use. Tiers are words of the portal's own
 * configuration; without one it is unknown, which is not the same as low.
 */
export function TierChip(props: {
  tier?: string;
  /** False when the true tier may be higher. */
  complete?: boolean;
}) {
  const { tier, complete = true } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  return tier ? (
    <Tag title={t(complete ? 'tier.title' : 'tier.partlyTitle')} strong>
      {t(complete ? 'tier.known' : 'tier.atLeast', { tier })}
    </Tag>
  ) : (
    <Tag title={t('tier.unknownTitle')}>{t('tier.unknown')}</Tag>
  );
}
