import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { promotionTranslationRef } from './translation';
import { PromotionView } from './PromotionView';
import { usePromotion } from './usePromotion';

/** One promotion: how far it is, what stands in its way, and who must act. */
export function PromotionPage() {
  const { t } = useTranslationRef(promotionTranslationRef);
  const { id = '' } = useParams();
  const details = usePromotion(id);
  return (
    <LoadedContent loaded={details} what={t('promotion.what')} lines={10}>
      {data => (
        // Another promotion is another form: nothing typed is carried over.
        <PromotionView key={id} details={data} reload={details.reload} />
      )}
    </LoadedContent>
  );
}
