import { Entity } from '@backstage/catalog-model';
import { ModelEntity } from '@understudy/plugin-ml-common';

/** A group of the catalog. */
export function group(name: string, title?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', ...(title ? { title } : {}) },
    spec: { type: 'team', children: [] },
  };
}

/** A Model as an importer makes it of the record of the same name. */
export function importedModel(
  name: string,
  options: { owner?: string; record?: string; type?: string } = {},
): ModelEntity {
  const { owner, record = name, type = 'unknown' } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: {
      name,
      namespace: 'default',
      ...(record === name ? {} : { title: record }),
      annotations: {
        'understudy.dev/imported-by': 'MlflowEntityProvider:eu',
        'understudy.dev/registry-server': 'eu',
        'understudy.dev/registry-name': record,
      },
    },
    spec: {
      type,
      lifecycle: 'unknown',
      home: 'eu',
      registries: [{ server: 'eu', name: record }],
      ...(owner ? { owner } : {}),
    },
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}
