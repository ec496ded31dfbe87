import { LineageGraph } from '@understudy/plugin-lineage-common';

/**
 * What is made from the root of a graph by one job only. Of a dataset the facets
 * that came last are known, so where several jobs write it, they say what one of
 * them reads, and nothing of the others.
 */
export function writtenByOneJob({
  root,
  nodes,
  edges,
}: LineageGraph): Set<string> {
  // Unless all that reads the root is in the answer, there may be more jobs.
  const isWhole = nodes.some(
    ({ id, hidden }) => id === root && hidden.downstream === 0,
  );
  if (!isWhole) {
    return new Set();
  }
  const observed = edges.filter(({ origin }) => origin !== 'declared');
  const jobs = new Set(
    observed.flatMap(({ source, target }) => (source === root ? [target] : [])),
  );
  const writers = new Map<string, number>();
  for (const { source, target } of observed) {
    if (jobs.has(source)) {
      writers.set(target, (writers.get(target) ?? 0) + 1);
    }
  }
  return new Set(
    [...writers].flatMap(([target, count]) => (count === 1 ? [target] : [])),
  );
}
