/** A stored version of a feature view, as far as it counts for the next one. */
export interface StoredDefinition {
  label: string;
  digest: string;
}

const revisionPattern = /^r(\d{1,9})$/;

/**
 * The label under which a declared definition is stored as a new version, or
 * undefined when it is stored already. A label keeps its definition: one that
 * changes without a new label, or has none, is counted as a revision, `r<n>`.
 *
 * @param options.latest - what was read from the entity last.
 * @param options.stored - the versions with the declared label or that are
 *   counted as revisions.
 */
export function nextDefinition(options: {
  declared: { label?: string; digest: string };
  latest: StoredDefinition | undefined;
  stored: readonly StoredDefinition[];
}): string | undefined {
  const { declared, latest, stored } = options;
  if (declared.label !== undefined) {
    const same = stored.find(({ label }) => label === declared.label);
    if (!same) {
      return declared.label;
    }
    if (same.digest === declared.digest) {
      return undefined;
    }
  }
  if (latest?.digest === declared.digest) {
    return undefined;
  }
  const revisions = stored.map(({ label }) =>
    Number(revisionPattern.exec(label)?.[1] ?? 0),
  );
  return `r${Math.max(0, ...revisions) + 1}`;
}
