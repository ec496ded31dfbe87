import { MapPlan } from './MapPlan';

/** How many things of a kind there are at a distance. */
export interface SummaryRow {
  /** Hops from the root, below zero upstream. */
  distance: number;
  kind: string;
  count: number;
}

/** Counts by distance and kind: from what is furthest upstream on, the most of a distance first. */
export function summaryOf(
  plan: Pick<MapPlan, 'columns' | 'kinds'>,
): SummaryRow[] {
  return plan.columns.flatMap(({ distance, nodes }) =>
    countKinds([...nodes].map(node => plan.kinds[node])).map(row => ({
      distance,
      ...row,
    })),
  );
}

/** How many there are of each kind, the most first. */
export function countKinds(
  kinds: readonly string[],
): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  kinds.forEach(kind => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind, 'en-US'));
}
