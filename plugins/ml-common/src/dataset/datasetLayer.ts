import { CatalogModelLayerBuilder } from '@backstage/catalog-model/alpha';
import { ML_API_GROUP } from '../entity/kinds';
import { toRelationFields } from '../entity/toRelationFields';
import { datasetReferences } from './datasetReferences';
import { datasetSchema } from './datasetSchema';

/** Adds kind Dataset to a layer. */
export function addDatasetKind(model: CatalogModelLayerBuilder): void {
  model.addKind({
    group: ML_API_GROUP,
    names: { kind: 'Dataset', singular: 'dataset', plural: 'datasets' },
    description:
      'A logical body of data that has an owner: a table, a stream, files, an index.',
    versions: [
      {
        name: 'v1alpha1',
        relationFields: toRelationFields(datasetReferences),
        schema: { jsonSchema: datasetSchema },
      },
    ],
  });
}
