import {
  Entity,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import {
  isLayerReferenceField,
  parseVersionRef,
  readPath,
  ReferenceField,
  reverseRelation,
} from '@understudy/plugin-ml-common';

/**
 * The relations the catalog's model layer cannot read: references inside lists
 * of objects, and those that name a version. Each comes with its reverse, and
 * once only however often it is named. Expects an entity that was validated.
 */
export function collectRelations(
  entity: Entity,
  fields: readonly ReferenceField[],
): EntityRelationSpec[] {
  const source = getCompoundEntityRef(entity);
  const relations = new Map<string, EntityRelationSpec>();
  for (const field of fields) {
    const type = field.relation;
    if (type === undefined || isLayerReferenceField(field)) {
      continue;
    }
    for (const { value } of readPath(entity, field.path)) {
      const { kind, namespace, name } = parseVersionRef(String(value), {
        defaultKind: field.defaultKind,
        defaultNamespace: source.namespace,
      });
      const target = { kind, namespace, name };
      const key = `${type} ${stringifyEntityRef(target)}`;
      relations.set(key, { source, type, target });
      const reverse = reverseRelation(type, { from: source.kind, to: kind });
      if (reverse) {
        relations.set(`${key} reverse`, {
          source: target,
          type: reverse,
          target: source,
        });
      }
    }
  }
  return [...relations.values()];
}
