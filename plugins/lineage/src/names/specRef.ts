import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The ref that an entity names in its spec, in full; undefined when it names none. */
export function specRef(
  entity: Entity,
  key: string,
  defaultKind: string,
): string | undefined {
  const ref = entity.spec?.[key];
  if (typeof ref !== 'string' || ref === '') {
    return undefined;
  }
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    }),
  );
}
