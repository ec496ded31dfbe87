/**
 * The catalog model layer with our kinds. It uses platform interfaces that may
 * change in a minor release.
 *
 * @packageDocumentation
 */
import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { mlAnnotations } from './annotations';
import { addDatasetKind } from './dataset/datasetLayer';
import { addFeatureKind } from './feature/featureLayer';
import { addFeatureViewKind } from './featureView/featureViewLayer';
import { addModelKind } from './model/modelLayer';
import { mlRelationPairs } from './relations';

/**
 * Our kinds, relations and annotations for the catalog. The catalog module
 * registers it; use it yourself only to compile a catalog model in a test.
 *
 * @alpha
 */
export const mlCatalogModelLayer = createCatalogModelLayer({
  layerId: 'understudy.dev/entity-model',
  builder: model => {
    addModelKind(model);
    addFeatureViewKind(model);
    addFeatureKind(model);
    addDatasetKind(model);
    for (const pair of mlRelationPairs) {
      model.addRelationPair({
        fromKind: pair.from,
        toKind: pair.to,
        description: pair.description,
        forward: pair.forward,
        reverse: pair.reverse,
      });
    }
    for (const { name, title, description } of mlAnnotations) {
      model.addAnnotation({ name, title, description });
    }
  },
});
