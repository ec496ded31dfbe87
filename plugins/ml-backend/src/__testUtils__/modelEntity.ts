import { ModelEntity } from '@understudy/plugin-ml-common';

/** A Model as the catalog would give it. */
export function modelEntity(
  name: string,
  options: {
    spec?: Partial<ModelEntity['spec']>;
    metadata?: Partial<ModelEntity['metadata']>;
    owner?: string;
  } = {},
): ModelEntity {
  const { owner = 'group:default/payments-fraud' } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name, namespace: 'default', ...options.metadata },
    spec: { type: 'classifier', lifecycle: 'production', ...options.spec },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
