import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ANNOTATION_PREVIOUS_REFS } from '../annotations';
import { parseVersionRef } from './parseVersionRef';

const MAX_REFS = 20;

/**
 * The refs an entity had before, in canonical form, from the annotation
 * `understudy.dev/previous-refs`. Empty when it was never renamed.
 *
 * @throws InputError when the annotation holds something else than refs of the
 * entity's own kind, or more than 20 of them. The catalog refuses such
 * entities, so readers of the catalog do not see this error.
 * @public
 */
export function previousRefs(entity: Entity): string[] {
  const text = entity.metadata.annotations?.[ANNOTATION_PREVIOUS_REFS];
  const parts = (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  if (parts.length > MAX_REFS) {
    throw new InputError(
      `${parts.length} previous references are more than ${MAX_REFS}`,
    );
  }
  return parts.map(part => {
    const ref = parseVersionRef(part, {
      defaultKind: entity.kind,
      defaultNamespace: entity.metadata.namespace,
    });
    if (ref.version !== undefined) {
      throw new InputError(
        `'${part}' names a version; a previous reference names an entity`,
      );
    }
    if (ref.kind.toLowerCase() !== entity.kind.toLowerCase()) {
      throw new InputError(
        `'${part}' is a ${ref.kind}; a ${entity.kind} was a ${entity.kind} before`,
      );
    }
    return stringifyEntityRef(ref);
  });
}
