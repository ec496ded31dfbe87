import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  featureNames,
  FeatureViewEntity,
  RELATION_HAS_PART,
} from '@understudy/plugin-ml-common';
import { relatedRefs } from '../entity/relatedEntities';

/**
 * The refs of the Feature entities of a view, by field. A field is absent when
 * the catalog has no entity for it, which depends on `spec.emitFeatures`.
 */
export function featureRefs(view: FeatureViewEntity): Map<string, string> {
  const fields = (view.spec.fields ?? []).map(({ name }) => name);
  const names = featureNames(view.metadata.name, fields);
  const inCatalog = new Set(relatedRefs(view, RELATION_HAS_PART));
  return new Map(
    fields.flatMap((field, index) => {
      const ref = stringifyEntityRef({
        kind: 'feature',
        namespace: view.metadata.namespace,
        name: names[index],
      });
      return inCatalog.has(ref) ? [[field, ref] as const] : [];
    }),
  );
}
