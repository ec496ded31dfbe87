import { isLayerReferenceField, ReferenceField } from './ReferenceField';

/**
 * The part of a kind's reference table that the model layer handles by itself,
 * in the layer's own form.
 */
export function toRelationFields(fields: readonly ReferenceField[]) {
  return fields.filter(isLayerReferenceField).map(field => ({
    selector: { path: field.path.replace(/\[\]$/, '') },
    relation: field.relation,
    defaultKind: field.defaultKind,
    defaultNamespace: 'inherit' as const,
    ...(field.allowedKinds ? { allowedKinds: field.allowedKinds } : {}),
  }));
}
