/**
 * From an entity to the group or user that answers for it.
 *
 * @public
 */
export const RELATION_OWNED_BY = 'ownedBy';
/**
 * Reverse of `ownedBy`.
 *
 * @public
 */
export const RELATION_OWNER_OF = 'ownerOf';
/**
 * From an entity to its system, or from a feature to its view.
 *
 * @public
 */
export const RELATION_PART_OF = 'partOf';
/**
 * Reverse of `partOf`.
 *
 * @public
 */
export const RELATION_HAS_PART = 'hasPart';
/**
 * From a model to the groups that look after a phase of its life. Authorises nothing.
 *
 * @public
 */
export const RELATION_STEWARDED_BY = 'stewardedBy';
/**
 * Reverse of `stewardedBy`.
 *
 * @public
 */
export const RELATION_STEWARD_OF = 'stewardOf';
/**
 * From a model to the datasets it learned from.
 *
 * @public
 */
export const RELATION_TRAINED_ON = 'trainedOn';
/**
 * Reverse of `trainedOn`.
 *
 * @public
 */
export const RELATION_TRAINING_DATA_FOR = 'trainingDataFor';
/**
 * From a model to the datasets it was measured with.
 *
 * @public
 */
export const RELATION_EVALUATED_ON = 'evaluatedOn';
/**
 * Reverse of `evaluatedOn`.
 *
 * @public
 */
export const RELATION_EVALUATION_DATA_FOR = 'evaluationDataFor';
/**
 * From a model to the feature views it reads.
 *
 * @public
 */
export const RELATION_CONSUMES_FEATURE = 'consumesFeature';
/**
 * Reverse of `consumesFeature`.
 *
 * @public
 */
export const RELATION_FEATURE_CONSUMED_BY = 'featureConsumedBy';
/**
 * From a dataset or view to what it is computed from.
 *
 * @public
 */
export const RELATION_DERIVED_FROM = 'derivedFrom';
/**
 * Reverse of `derivedFrom`.
 *
 * @public
 */
export const RELATION_SOURCE_OF = 'sourceOf';
/**
 * From a model, component or resource to the datasets it writes.
 *
 * @public
 */
export const RELATION_PRODUCES = 'produces';
/**
 * Reverse of `produces`.
 *
 * @public
 */
export const RELATION_PRODUCED_BY = 'producedBy';
/**
 * From a model to the models it was made from.
 *
 * @public
 */
export const RELATION_BASED_ON = 'basedOn';
/**
 * Reverse of `basedOn`.
 *
 * @public
 */
export const RELATION_BASE_OF = 'baseOf';
/**
 * From a model to the component or API it answers through.
 *
 * @public
 */
export const RELATION_SERVED_BY = 'servedBy';
/**
 * Reverse of `servedBy`.
 *
 * @public
 */
export const RELATION_SERVES = 'serves';

/**
 * A relation and its reverse, between the kinds it may connect.
 *
 * @public
 */
export interface MlRelationPair {
  /** Kinds at the start of the forward relation. */
  from: string[];
  /** Kinds at its end. */
  to: string[];
  forward: { type: string; title: string };
  reverse: { type: string; title: string };
  description: string;
}

const ownedBy = { type: RELATION_OWNED_BY, title: 'owned by' };
const ownerOf = { type: RELATION_OWNER_OF, title: 'owner of' };
const partOf = { type: RELATION_PART_OF, title: 'part of' };
const hasPart = { type: RELATION_HAS_PART, title: 'has part' };
const derivedFrom = { type: RELATION_DERIVED_FROM, title: 'derived from' };
const sourceOf = { type: RELATION_SOURCE_OF, title: 'source of' };

/**
 * All relations of our kinds. A pair of types appears more than once when it
 * connects different kinds. The model layer, the relations processor, the
 * portal's relation graph and the documentation are made of this list; to draw
 * the relations in a graph use {@link mlGraphRelations}.
 *
 * @public
 */
export const mlRelationPairs: readonly MlRelationPair[] = [
  {
    from: ['Model', 'FeatureView', 'Feature', 'Dataset'],
    to: ['Group', 'User'],
    forward: ownedBy,
    reverse: ownerOf,
    description: 'Who answers for it.',
  },
  {
    from: ['Model', 'FeatureView', 'Dataset'],
    to: ['System'],
    forward: partOf,
    reverse: hasPart,
    description: 'The system it belongs to.',
  },
  {
    from: ['Feature'],
    to: ['FeatureView'],
    forward: partOf,
    reverse: hasPart,
    description: 'The view a single feature is a field of.',
  },
  {
    from: ['Model'],
    to: ['Group'],
    forward: { type: RELATION_STEWARDED_BY, title: 'stewarded by' },
    reverse: { type: RELATION_STEWARD_OF, title: 'steward of' },
    description:
      'A group looks after a phase of its life. Says nothing about permissions.',
  },
  {
    from: ['Model'],
    to: ['Dataset'],
    forward: { type: RELATION_TRAINED_ON, title: 'trained on' },
    reverse: { type: RELATION_TRAINING_DATA_FOR, title: 'training data for' },
    description: 'The data a model learned from.',
  },
  {
    from: ['Model'],
    to: ['Dataset'],
    forward: { type: RELATION_EVALUATED_ON, title: 'evaluated on' },
    reverse: {
      type: RELATION_EVALUATION_DATA_FOR,
      title: 'evaluation data for',
    },
    description: 'The data a model was measured with.',
  },
  {
    from: ['Model'],
    to: ['FeatureView'],
    forward: { type: RELATION_CONSUMES_FEATURE, title: 'consumes features of' },
    reverse: { type: RELATION_FEATURE_CONSUMED_BY, title: 'features used by' },
    description: 'The features a model reads.',
  },
  {
    from: ['Model'],
    to: ['Model'],
    forward: { type: RELATION_BASED_ON, title: 'based on' },
    reverse: { type: RELATION_BASE_OF, title: 'base of' },
    description:
      'The model it was made from: fine-tuned, prompted, distilled or combined.',
  },
  {
    from: ['Model', 'Component', 'Resource'],
    to: ['Dataset'],
    forward: { type: RELATION_PRODUCES, title: 'produces' },
    reverse: { type: RELATION_PRODUCED_BY, title: 'produced by' },
    description: 'What writes a dataset.',
  },
  {
    from: ['Model'],
    to: ['Component', 'API'],
    forward: { type: RELATION_SERVED_BY, title: 'served by' },
    reverse: { type: RELATION_SERVES, title: 'serves' },
    description: 'The deployment or interface through which a model answers.',
  },
  {
    from: ['FeatureView', 'Dataset'],
    to: ['Dataset', 'FeatureView'],
    forward: derivedFrom,
    reverse: sourceOf,
    description: 'What it is computed from.',
  },
];

/**
 * The relations in the form the portal's relation graph is configured with:
 * all types, and each pair once.
 *
 * @public
 */
export const mlGraphRelations: {
  relations: string[];
  relationPairs: [string, string][];
} = (() => {
  const pairs = new Map(
    mlRelationPairs.map(pair => [pair.forward.type, pair.reverse.type]),
  );
  return {
    relations: [...pairs].flat(),
    relationPairs: [...pairs],
  };
})();

/**
 * The reverse of one of our relations between two kinds, or undefined when the
 * kinds are not connected by it.
 *
 * @public
 */
export function reverseRelation(
  type: string,
  kinds: { from: string; to: string },
): string | undefined {
  const matches = (list: string[], kind: string) =>
    list.some(item => item.toLowerCase() === kind.toLowerCase());
  for (const pair of mlRelationPairs) {
    if (
      pair.forward.type === type &&
      matches(pair.from, kinds.from) &&
      matches(pair.to, kinds.to)
    ) {
      return pair.reverse.type;
    }
    if (
      pair.reverse.type === type &&
      matches(pair.to, kinds.from) &&
      matches(pair.from, kinds.to)
    ) {
      return pair.forward.type;
    }
  }
  return undefined;
}
