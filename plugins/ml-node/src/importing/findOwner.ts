import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ImportedOwner, KnownRecord } from './ImportPlan';
import { Claim } from './indexDecisions';

/** Value of the annotation that says how an owner came about. */
const FROM_INTAKE = 'intake';

/**
 * Finds the owner of imported records: the group that somebody claimed one of
 * them for last, else the first tag that names a group of the catalog. Whoever
 * happened to register a model is not its owner, so login names are never
 * considered.
 */
export function findOwner(
  records: readonly KnownRecord[],
  options: {
    /** Claims of these records. */
    claims: readonly Claim[];
    ownerTag: string;
    ownerNamespace: string;
    groups: ReadonlySet<string>;
  },
): ImportedOwner {
  const { claims, groups } = options;
  const latestFirst = [...claims].sort((a, b) =>
    a.decidedAt < b.decidedAt ? 1 : -1,
  );
  const claim = latestFirst.find(({ owner }) => groups.has(owner));
  if (claim) {
    return {
      owner: claim.owner,
      reason: 'Claimed in the intake',
      source: FROM_INTAKE,
    };
  }
  const tagged = findTaggedOwner(records, options);
  const [lost] = latestFirst;
  return lost
    ? {
        ...tagged,
        reason: `Claimed in the intake for "${lost.owner}", which is no group of the catalog any more. ${tagged.reason}`,
      }
    : tagged;
}

function findTaggedOwner(
  records: readonly KnownRecord[],
  options: Pick<
    Parameters<typeof findOwner>[1],
    'ownerTag' | 'ownerNamespace' | 'groups'
  >,
): ImportedOwner {
  const { ownerTag, ownerNamespace, groups } = options;
  const values = records.flatMap(({ snapshot }) =>
    snapshot.tags
      .filter(tag => tag.key === ownerTag && tag.value.trim() !== '')
      .map(tag => tag.value.trim()),
  );
  for (const value of values) {
    const ref = toGroupRef(value, ownerNamespace);
    if (ref && groups.has(ref)) {
      return {
        owner: ref,
        reason: `Tag "${ownerTag}" is "${value}"`,
        source: `tag:${ownerTag}`,
      };
    }
  }
  const [value] = values;
  return {
    reason:
      value === undefined
        ? `There is no tag "${ownerTag}"`
        : `Tag "${ownerTag}" is "${value}", which is no group of the catalog`,
  };
}

function toGroupRef(value: string, namespace: string): string | undefined {
  try {
    const ref = parseEntityRef(value, {
      defaultKind: 'Group',
      defaultNamespace: namespace,
    });
    return stringifyEntityRef(ref);
  } catch {
    // Not a reference: the reason that is given says what the tag holds.
    return undefined;
  }
}
