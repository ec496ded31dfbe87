import { CatalogModelLayerBuilder } from '@backstage/catalog-model/alpha';
import { ML_API_GROUP } from '../entity/kinds';
import { toRelationFields } from '../entity/toRelationFields';
import { featureViewReferences } from './featureViewReferences';
import { featureViewSchema } from './featureViewSchema';

/** Adds kind FeatureView to a layer. */
export function addFeatureViewKind(model: CatalogModelLayerBuilder): void {
  model.addKind({
    group: ML_API_GROUP,
    names: {
      kind: 'FeatureView',
      singular: 'featureview',
      plural: 'featureviews',
    },
    description:
      'A named group of features that are computed and versioned together.',
    versions: [
      {
        name: 'v1alpha1',
        relationFields: toRelationFields(featureViewReferences),
        schema: { jsonSchema: featureViewSchema },
      },
    ],
  });
}
