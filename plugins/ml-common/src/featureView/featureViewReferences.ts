import { ReferenceField } from '../entity/ReferenceField';
import {
  fieldOwnerReference,
  ownerReference,
  systemReference,
} from '../entity/sharedReferences';
import { RELATION_DERIVED_FROM } from '../relations';

/**
 * Every place in a FeatureView that names other entities.
 *
 * @public
 */
export const featureViewReferences: readonly ReferenceField[] = [
  ownerReference,
  systemReference,
  fieldOwnerReference,
  {
    path: 'spec.derivedFrom[]',
    relation: RELATION_DERIVED_FROM,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset', 'FeatureView'],
  },
];
