import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { KnownRecord, OwnerGuess } from './ImportPlan';

/**
 * Finds the owner of imported records: the first tag that names a group of the
 * catalog. Whoever happened to register a model is not its owner, so login
 * names are never considered.
 */
export function guessOwner(
  records: readonly KnownRecord[],
  options: {
    ownerTag: string;
    ownerNamespace: string;
    groups: ReadonlySet<string>;
  },
): OwnerGuess {
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
