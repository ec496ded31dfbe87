import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { dataMessages } from './messages';

/**
 * The texts of feature views, features, datasets and who uses them, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const dataTranslationRef: TranslationRef<
  'plugin.ml.data',
  typeof dataMessages
> = createTranslationRef({ id: 'plugin.ml.data', messages: dataMessages });
