import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { cardMessages } from './messages';

/**
 * The texts of model cards, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const cardTranslationRef: TranslationRef<
  'plugin.ml.card',
  typeof cardMessages
> = createTranslationRef({ id: 'plugin.ml.card', messages: cardMessages });
