import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LoadedContent } from '../loading/LoadedContent';
import { cardTranslationRef } from './translation';
import { Completeness } from './Completeness';
import { Review } from './Review';
import { useCard } from './useCard';

/** What a card lacks and whether it was reviewed: above the card itself. */
export function CardState(props: {
  model: string;
  version?: string;
  /** Nobody can review it any more. */
  closed?: boolean;
}) {
  const { model, version, closed } = props;
  const { t } = useTranslationRef(cardTranslationRef);
  const loaded = useCard(model, version);
  return (
    <LoadedContent loaded={loaded} what={t('card.what')} lines={2}>
      {card => (
        <>
          <Completeness card={card} />
          <Review
            card={card}
            version={version}
            closed={closed}
            onChange={loaded.reload}
          />
        </>
      )}
    </LoadedContent>
  );
}
