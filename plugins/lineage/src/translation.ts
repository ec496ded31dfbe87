import {
  createTranslationRef,
  TranslationFunction,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { lineageMessages } from './messages';

/**
 * Every text of the plugin. Give an app other words, or another language, with
 * translation resources for this ref.
 *
 * @public
 */
export const lineageTranslationRef: TranslationRef<
  'plugin.lineage',
  typeof lineageMessages
> = createTranslationRef({ id: 'plugin.lineage', messages: lineageMessages });

/** Gives the text of a key of {@link lineageTranslationRef}. */
export type Translate = TranslationFunction<typeof lineageTranslationRef.T>;
