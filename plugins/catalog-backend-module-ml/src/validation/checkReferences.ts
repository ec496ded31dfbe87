import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  parseVersionRef,
  readPath,
  ReferenceField,
} from '@understudy/plugin-ml-common';
import { EntityProblem } from './EntityProblem';

/**
 * Checks what a schema cannot say about references: that they name a kind that
 * makes sense there, and not the entity itself. The platform would drop such a
 * relation without a word.
 */
export function checkReferences(
  entity: Entity,
  fields: readonly ReferenceField[],
): EntityProblem[] {
  const self = stringifyEntityRef(entity);
  return fields.flatMap(field =>
    readPath(entity, field.path).flatMap(({ path, value }) => {
      const message =
        typeof value === 'string'
          ? checkReference(value, field, { entity, self })
          : undefined;
      return message ? [{ path, message }] : [];
    }),
  );
}

function checkReference(
  text: string,
  field: ReferenceField,
  context: { entity: Entity; self: string },
): string | undefined {
  let ref;
  try {
    ref = parseVersionRef(text, {
      defaultKind: field.defaultKind,
      defaultNamespace: context.entity.metadata.namespace,
    });
  } catch (error) {
    return `is not a reference: ${toError(error).message}`;
  }
  const kind = ref.kind.toLowerCase();
  const { allowedKinds } = field;
  if (allowedKinds && !allowedKinds.some(k => k.toLowerCase() === kind)) {
    return `is '${text}', a ${ref.kind}; it has to be a ${allowedKinds.join(
      ' or a ',
    )}, such as ${field.defaultKind.toLowerCase()}:default/${ref.name}`;
  }
  if (stringifyEntityRef(ref) === context.self) {
    return `is '${text}', which is this very entity`;
  }
  return undefined;
}
