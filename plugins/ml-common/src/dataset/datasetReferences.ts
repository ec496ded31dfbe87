import { ReferenceField } from '../entity/ReferenceField';
import {
  fieldOwnerReference,
  ownerReference,
  systemReference,
} from '../entity/sharedReferences';
import { RELATION_DERIVED_FROM, RELATION_PRODUCED_BY } from '../relations';

/**
 * Every place in a Dataset that names other entities.
 *
 * @public
 */
export const datasetReferences: readonly ReferenceField[] = [
  ownerReference,
  systemReference,
  fieldOwnerReference,
  {
    path: 'spec.derivedFrom[]',
    relation: RELATION_DERIVED_FROM,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset', 'FeatureView'],
  },
  {
    path: 'spec.producedBy[]',
    relation: RELATION_PRODUCED_BY,
    defaultKind: 'Component',
    allowedKinds: ['Component', 'Model', 'Resource'],
  },
];
