import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PromotionState } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { promotionTranslationRef } from './translation';
import { isUnfinished } from './promotionGroups';

/** The state of a promotion in words; strong while something is still to come. */
export function PromotionStateChip(props: { state: PromotionState }) {
  const { t } = useTranslationRef(promotionTranslationRef);
  return (
    <Tag strong={isUnfinished(props.state)}>
      {t(`promotionState.${props.state}`)}
    </Tag>
  );
}
