import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { consumersMessages } from '../consumers/messages';
import { dataVersionsMessages } from '../dataVersions/messages';
import { datasetMessages } from '../dataset/messages';
import { featureMessages } from '../feature/messages';
import { featureViewMessages } from '../featureView/messages';
import { physicalMessages } from '../physical/messages';
import {
  deprecationMessages,
  fieldsMessages,
  personalDataMessages,
} from './messages';

/**
 * The texts of feature views, features, datasets and who uses them, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const dataTranslationRef = createTranslationRef({
  id: 'plugin.ml.data',
  messages: {
    consumers: consumersMessages,
    dataVersions: dataVersionsMessages,
    dataset: datasetMessages,
    deprecation: deprecationMessages,
    feature: featureMessages,
    featureView: featureViewMessages,
    fields: fieldsMessages,
    personalData: personalDataMessages,
    physical: physicalMessages,
  },
});
