import { LineageOverviewNode } from '@understudy/plugin-lineage-common';

/**
 * The column of something: hops from the root, below zero for what it is made
 * from. On a cycle the shorter way counts.
 */
export function columnOf({
  distance,
}: Pick<LineageOverviewNode, 'distance'>): number {
  const { upstream = Infinity, downstream = Infinity } = distance;
  if (upstream === Infinity && downstream === Infinity) {
    return 0;
  }
  return downstream <= upstream ? downstream : -upstream;
}
