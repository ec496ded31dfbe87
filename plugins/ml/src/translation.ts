import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { mlMessages } from './messages';

/**
 * The texts that several pages share, in English. Those of one area are in a ref of
 * its own: the compiler works through all texts of a ref at each use of one.
 *
 * @public
 */
export const mlTranslationRef: TranslationRef<'plugin.ml', typeof mlMessages> =
  createTranslationRef({ id: 'plugin.ml', messages: mlMessages });
