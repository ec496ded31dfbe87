import {
  Entity,
  RELATION_DEPENDENCY_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  RELATION_BASE_OF,
  RELATION_BASED_ON,
  RELATION_CONSUMES_FEATURE,
  RELATION_DERIVED_FROM,
  RELATION_EVALUATED_ON,
  RELATION_PRODUCED_BY,
  RELATION_PRODUCES,
  RELATION_SERVED_BY,
  RELATION_SOURCE_OF,
  RELATION_TRAINED_ON,
} from '@understudy/plugin-ml-common';

/** What a model needs, in the order of the card. */
export const needs = [
  RELATION_CONSUMES_FEATURE,
  RELATION_TRAINED_ON,
  RELATION_EVALUATED_ON,
  RELATION_BASED_ON,
] as const;

/** What comes out of a model and who builds on it. */
export const reliances = [
  RELATION_SERVED_BY,
  RELATION_PRODUCES,
  RELATION_BASE_OF,
  RELATION_DEPENDENCY_OF,
] as const;

/** What data come from. */
export const dataOrigins = [
  RELATION_PRODUCED_BY,
  RELATION_DERIVED_FROM,
] as const;

/** What is computed from data. */
export const dataGoals = [RELATION_SOURCE_OF] as const;

/** A relation that the cards have words for. */
export type RelationType =
  | (typeof needs)[number]
  | (typeof reliances)[number]
  | (typeof dataOrigins)[number]
  | (typeof dataGoals)[number];

/** The entities a relation leads to, each once, without the entity itself. */
export function relatedRefs(entity: Entity, type: string): string[] {
  const self = stringifyEntityRef(entity);
  const refs = (entity.relations ?? [])
    .filter(relation => relation.type === type && relation.targetRef !== self)
    .map(relation => relation.targetRef);
  return [...new Set(refs)].sort();
}
