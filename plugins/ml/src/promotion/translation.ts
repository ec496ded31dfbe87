import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { promotionMessages } from './messages';

/**
 * The texts of promotions and their gates, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const promotionTranslationRef: TranslationRef<
  'plugin.ml.promotion',
  typeof promotionMessages
> = createTranslationRef({
  id: 'plugin.ml.promotion',
  messages: promotionMessages,
});
