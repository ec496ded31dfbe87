import { ReferenceField } from '../entity/ReferenceField';
import { ownerReference, systemReference } from '../entity/sharedReferences';
import {
  RELATION_BASED_ON,
  RELATION_CONSUMES_FEATURE,
  RELATION_EVALUATED_ON,
  RELATION_PRODUCES,
  RELATION_SERVED_BY,
  RELATION_STEWARDED_BY,
  RELATION_TRAINED_ON,
} from '../relations';
import { stewardPhases } from './modelVocabulary';

/**
 * Every place in a Model that names other entities.
 *
 * @public
 */
export const modelReferences: readonly ReferenceField[] = [
  ownerReference,
  systemReference,
  ...stewardPhases.map(phase => ({
    path: `spec.stewards.${phase}`,
    relation: RELATION_STEWARDED_BY,
    defaultKind: 'Group',
    allowedKinds: ['Group'],
  })),
  {
    path: 'spec.produces[]',
    relation: RELATION_PRODUCES,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset'],
  },
  {
    path: 'spec.trainedOn[]',
    relation: RELATION_TRAINED_ON,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset'],
    versioned: true,
  },
  {
    path: 'spec.evaluatedOn[]',
    relation: RELATION_EVALUATED_ON,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset'],
    versioned: true,
  },
  {
    path: 'spec.basedOn[]',
    relation: RELATION_BASED_ON,
    defaultKind: 'Model',
    allowedKinds: ['Model'],
    versioned: true,
  },
  {
    path: 'spec.consumes[].view',
    relation: RELATION_CONSUMES_FEATURE,
    defaultKind: 'FeatureView',
    allowedKinds: ['FeatureView'],
  },
  {
    path: 'spec.serving[].component',
    relation: RELATION_SERVED_BY,
    defaultKind: 'Component',
    allowedKinds: ['Component'],
  },
  {
    path: 'spec.serving[].api',
    relation: RELATION_SERVED_BY,
    defaultKind: 'API',
    allowedKinds: ['API'],
  },
  {
    path: 'spec.serving[].writes[]',
    relation: RELATION_PRODUCES,
    defaultKind: 'Dataset',
    allowedKinds: ['Dataset'],
  },
  {
    path: 'spec.escalation.group',
    defaultKind: 'Group',
    allowedKinds: ['Group'],
  },
  {
    path: 'spec.uses[].owner',
    defaultKind: 'Group',
    allowedKinds: ['Group', 'User'],
  },
  { path: 'spec.uses[].consumer', defaultKind: 'Component' },
];
