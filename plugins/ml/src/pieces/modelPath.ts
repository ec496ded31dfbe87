import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { VersionedKind } from './versionedKinds';

/** The parts of the ref of a model, or of another entity, that stand in a path. */
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

/** The full ref of the model, or entity of another kind, that a path names. */
export function modelRefOf(
  params: { namespace?: string; name?: string },
  kind: VersionedKind = 'model',
): string {
  return stringifyEntityRef({
    kind,
    namespace: params.namespace || 'default',
    name: params.name ?? '',
  });
}
