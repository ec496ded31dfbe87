import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { cardMessages } from './messages';

/**
 * The texts of model cards, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const cardTranslationRef = createTranslationRef({
  id: 'plugin.ml.card',
  messages: {
    card: cardMessages,
  },
});
