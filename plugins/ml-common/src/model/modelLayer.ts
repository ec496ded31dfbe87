import { CatalogModelLayerBuilder } from '@backstage/catalog-model/alpha';
import { ML_API_GROUP } from '../entity/kinds';
import { toRelationFields } from '../entity/toRelationFields';
import { modelReferences } from './modelReferences';
import { modelSchema } from './modelSchema';

/** Adds kind Model to a layer. */
export function addModelKind(model: CatalogModelLayerBuilder): void {
  model.addKind({
    group: ML_API_GROUP,
    names: { kind: 'Model', singular: 'model', plural: 'models' },
    description:
      'A machine-learning model as a product: what it is for, who answers for it, what it needs and where its versions live.',
    versions: [
      {
        name: 'v1alpha1',
        relationFields: toRelationFields(modelReferences),
        schema: { jsonSchema: modelSchema },
      },
    ],
  });
}
