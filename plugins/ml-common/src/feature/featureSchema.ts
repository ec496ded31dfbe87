import { JsonObject } from '@backstage/types';
import { dataFieldProperties } from '../entity/dataSchema';
import { entityRef, line, record } from '../entity/schemaParts';
import { lifecycleSchema, ownerSchema } from '../entity/sharedSchema';

const { unit, classification, personalData, deprecated } = dataFieldProperties;

/**
 * JSON Schema of kind Feature, in the form of `modelSchema`.
 *
 * @public
 */
export const featureSchema: JsonObject = {
  title: 'Feature',
  description:
    'One field of a FeatureView. The catalog makes these from the views, see `spec.emitFeatures` there; they are not written by hand. The entity is named `<view>.<field>`, cleaned and shortened where the catalog would not accept that, with a hash where two could come to one name; its title is the name of the field.',
  type: 'object',
  required: ['spec'],
  properties: {
    spec: record(
      {
        title: 'Spec',
        description: 'What is said about the feature.',
        examples: [
          {
            view: 'featureview:default/card-activity',
            field: 'tx_count_1h',
            type: 'int64',
            lifecycle: 'production',
          },
        ],
      },
      {
        view: entityRef({
          title: 'View',
          description: 'The FeatureView it is a field of.',
          examples: ['featureview:default/card-activity'],
        }),
        field: line({
          title: 'Field',
          description: 'The name of the field in the view, verbatim.',
          examples: ['tx_count_1h'],
        }),
        type: line({
          title: 'Type',
          description: 'The data type of the field, or `unknown`.',
          examples: ['int64'],
        }),
        lifecycle: lifecycleSchema,
        owner: ownerSchema,
        unit,
        classification,
        personalData,
        deprecated,
      },
      { required: ['view', 'field', 'type', 'lifecycle'] },
    ),
  },
};
