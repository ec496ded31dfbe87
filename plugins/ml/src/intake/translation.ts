import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { intakeMessages } from './messages';

/**
 * The texts of the intake and of the pages of registries, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const intakeTranslationRef: TranslationRef<
  'plugin.ml.intake',
  typeof intakeMessages
> = createTranslationRef({ id: 'plugin.ml.intake', messages: intakeMessages });
