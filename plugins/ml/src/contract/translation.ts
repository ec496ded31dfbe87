import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { contractMessages } from './messages';

/**
 * The texts of the tab with the contract of an entity, in English. They are not
 * among those of `contractTranslationRef`, which are as many as the compiler bears.
 *
 * @public
 */
export const contractTranslationRef = createTranslationRef({
  id: 'plugin.ml.contract',
  messages: { contract: contractMessages },
});
