import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The parts of a model's ref that stand in a path. */
export function modelParams(model: string): {
  namespace: string;
  name: string;
} {
  const { namespace, name } = parseEntityRef(model, {
    defaultKind: 'model',
    defaultNamespace: 'default',
  });
  return { namespace, name };
}

/** The full ref of the model that a path names. */
export function modelRefOf(params: {
  namespace?: string;
  name?: string;
}): string {
  return stringifyEntityRef({
    kind: 'model',
    namespace: params.namespace || 'default',
    name: params.name ?? '',
  });
}
