import { PromotionList } from './PromotionList';

/** The promotions of all models. */
export function PromotionsPage() {
  return <PromotionList />;
}
