import { RELATION_OWNED_BY, RELATION_PART_OF } from '../relations';
import { ReferenceField } from './ReferenceField';

/** `spec.owner`, the same on all our kinds. */
export const ownerReference: ReferenceField = {
  path: 'spec.owner',
  relation: RELATION_OWNED_BY,
  defaultKind: 'Group',
  allowedKinds: ['Group', 'User'],
};

/** `spec.system`, the same on all our kinds that have one. */
export const systemReference: ReferenceField = {
  path: 'spec.system',
  relation: RELATION_PART_OF,
  defaultKind: 'System',
  allowedKinds: ['System'],
};

/**
 * `spec.fields[].owner`. It gives no relation: the owner of one field does not
 * own the whole.
 */
export const fieldOwnerReference: ReferenceField = {
  path: 'spec.fields[].owner',
  defaultKind: 'Group',
  allowedKinds: ['Group', 'User'],
};
