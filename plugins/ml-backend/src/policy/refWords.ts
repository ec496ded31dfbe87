import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/**
 * An entity as sentences name it: its name, with the namespace where that is
 * not the default one. The kind is clear from the sentence.
 */
export function refWords(ref: string): string {
  const { namespace, name } = parseEntityRef(ref, {
    defaultKind: 'group',
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
}
