import { parseEntityRef } from '@backstage/catalog-model';

/** The short name of an owner in a filter. */
export function ownerName(ref: string): string {
  const { namespace, name } = parseEntityRef(ref, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
