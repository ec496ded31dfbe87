import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { versionsMessages } from './messages';

/**
 * The texts of versions, their evidence and comparisons, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const versionsTranslationRef: TranslationRef<
  'plugin.ml.versions',
  typeof versionsMessages
> = createTranslationRef({
  id: 'plugin.ml.versions',
  messages: versionsMessages,
});
