import { CatalogModelLayerBuilder } from '@backstage/catalog-model/alpha';
import { ML_API_GROUP } from '../entity/kinds';
import { toRelationFields } from '../entity/toRelationFields';
import { featureReferences } from './featureReferences';
import { featureSchema } from './featureSchema';

/** Adds kind Feature to a layer. */
export function addFeatureKind(model: CatalogModelLayerBuilder): void {
  model.addKind({
    group: ML_API_GROUP,
    names: { kind: 'Feature', singular: 'feature', plural: 'features' },
    description: 'One field of a feature view, projected by the catalog.',
    versions: [
      {
        name: 'v1alpha1',
        relationFields: toRelationFields(featureReferences),
        schema: { jsonSchema: featureSchema },
      },
    ],
  });
}
