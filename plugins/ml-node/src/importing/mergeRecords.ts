import { KnownRecord, ListedRecord } from './ImportPlan';

const MAX_DESCRIPTION_LENGTH = 10_000;
const MAX_TAGS = 100;

/**
 * The known records with a complete read of the server worked in: new ones are
 * added, those that have gone keep what was last known of them.
 */
export function mergeRecords(
  known: readonly KnownRecord[],
  read: readonly ListedRecord[],
  now: string,
): { records: KnownRecord[]; dropped: KnownRecord[] } {
  const byName = new Map(known.map(record => [record.name, record]));
  const present = new Set(read.map(({ name }) => name));
  const dropped = known.filter(
    record => !record.goneSince && !present.has(record.name),
  );
  const gone = known
    .filter(record => !present.has(record.name))
    .map(record => ({ ...record, goneSince: record.goneSince ?? now }));
  const live = read.map(({ name, kind, description, tags }) => ({
    name,
    kind,
    snapshot: {
      ...(description && {
        description: description.slice(0, MAX_DESCRIPTION_LENGTH),
      }),
      tags: tags.slice(0, MAX_TAGS),
    },
    firstSeenAt: byName.get(name)?.firstSeenAt ?? now,
  }));
  return {
    dropped,
    // Names that clash are settled in this order, so it must not change.
    records: [...gone, ...live].sort(
      (a, b) =>
        compare(a.firstSeenAt, b.firstSeenAt) || compare(a.name, b.name),
    ),
  };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
