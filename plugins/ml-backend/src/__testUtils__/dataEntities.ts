import { DatasetEntity, FeatureViewEntity } from '@understudy/plugin-ml-common';

const owner = 'group:default/data-platform';

/** A FeatureView as the catalog would give it. */
export function featureViewEntity(
  name: string,
  spec: Partial<FeatureViewEntity['spec']> = {},
): FeatureViewEntity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'FeatureView',
    metadata: { name, namespace: 'default' },
    spec: { type: 'batch', lifecycle: 'production', ...spec },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** A Dataset as the catalog would give it. */
export function datasetEntity(name: string): DatasetEntity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Dataset',
    metadata: { name, namespace: 'default' },
    spec: { type: 'table', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
