import { ReferenceField } from '../entity/ReferenceField';
import { ownerReference } from '../entity/sharedReferences';
import { RELATION_PART_OF } from '../relations';

/**
 * Every place in a Feature that names other entities.
 *
 * @public
 */
export const featureReferences: readonly ReferenceField[] = [
  ownerReference,
  {
    path: 'spec.view',
    relation: RELATION_PART_OF,
    defaultKind: 'FeatureView',
    allowedKinds: ['FeatureView'],
  },
];
