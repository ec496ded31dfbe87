import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { highestTier, isModelEntity } from '@understudy/plugin-ml-common';
import { PromotionPolicy } from './PromotionPolicy';

/**
 * Whether a policy speaks of a model. Every field of `appliesTo` that is given
 * must match; a policy without `appliesTo` speaks of all models.
 *
 * A model whose risk tier is not known for sure matches every tier at or above
 * what is known, because a rule for risky models must not be missed by leaving
 * the tier out.
 */
export function policyApplies(
  policy: PromotionPolicy,
  model: Entity,
  options: { riskTiers: readonly string[] },
): boolean {
  const {
    entities = [stringifyEntityRef(model)],
    kinds = [model.kind],
    owners,
    labels = {},
    riskTiers,
  } = policy.spec.appliesTo ?? {};
  return (
    refs(entities, 'model').includes(stringifyEntityRef(model)) &&
    kinds.some(kind => same(kind, model.kind)) &&
    (owners === undefined ||
      refs(owners, 'group').some(owner => ownersOf(model).includes(owner))) &&
    Object.entries(labels).every(
      ([key, value]) => model.metadata.labels?.[key] === value,
    ) &&
    (riskTiers === undefined ||
      possibleTiers(model, options.riskTiers).some(tier =>
        riskTiers.includes(tier),
      ))
  );
}

function possibleTiers(
  model: Entity,
  order: readonly string[],
): readonly string[] {
  const uses = isModelEntity(model) ? (model.spec.uses ?? []) : [];
  const { tier, complete } = highestTier(uses, order);
  if (complete && tier !== undefined) {
    return [tier];
  }
  return tier === undefined ? order : order.slice(order.indexOf(tier));
}

function ownersOf(model: Entity): string[] {
  return (model.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef.toLowerCase());
}

function refs(values: string[], defaultKind: string): string[] {
  return values.map(value =>
    stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace: 'default' }),
    ),
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
