import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PromotionList } from './PromotionList';

/** Entity tab: the promotions and rollbacks of a model. */
export function PromotionsTab() {
  const { entity } = useEntity();
  return <PromotionList model={stringifyEntityRef(entity)} />;
}
