import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { registryMessages } from './messages';

/**
 * The texts of lists of models, searches, deployments and tokens, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const registryTranslationRef: TranslationRef<
  'plugin.ml.registry',
  typeof registryMessages
> = createTranslationRef({
  id: 'plugin.ml.registry',
  messages: registryMessages,
});
