import { stringifyEntityRef } from '@backstage/catalog-model';
import { toEntityName } from '@understudy/plugin-ml-common';
import { BoundRecord, ImportPlan } from './ImportPlan';

/**
 * Finds records that lay claim to one name. Of names that differ in case only
 * the first keeps the plain form and the others got a suffix; a record that is
 * called like the Model of a rule was folded into it. Records that people bound
 * to a Model lay no claim to its name.
 */
export function findCollisions(
  bound: readonly BoundRecord[],
): ImportPlan['collisions'] {
  const claims = new Map<string, BoundRecord[]>();
  for (const one of bound.filter(({ binding }) => binding.by !== 'decision')) {
    const ref = claimedRef(one);
    claims.set(ref, [...(claims.get(ref) ?? []), one]);
  }
  return [...claims]
    .filter(([, ones]) => ones.length > 1 && !ones.every(isFolded))
    .map(([ref, ones]) => ({
      ref,
      records: ones.map(({ record }) => record.name),
    }));
}

function claimedRef({ record, binding }: BoundRecord): string {
  return binding.by === 'default'
    ? stringifyEntityRef({
        kind: 'Model',
        namespace: binding.namespace,
        name: toEntityName(record.name),
      })
    : binding.entityRef;
}

/** Several records of one Model are no collision where somebody said so. */
function isFolded({ binding }: BoundRecord): boolean {
  return binding.by !== 'default';
}
