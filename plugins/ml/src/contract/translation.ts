import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { contractMessages } from './messages';

/**
 * The texts of the tab with the contract of an entity, in English. Give an app
 * other words, or another language, with translation resources for this ref.
 *
 * @public
 */
export const contractTranslationRef: TranslationRef<
  'plugin.ml.contract',
  typeof contractMessages
> = createTranslationRef({
  id: 'plugin.ml.contract',
  messages: contractMessages,
});
