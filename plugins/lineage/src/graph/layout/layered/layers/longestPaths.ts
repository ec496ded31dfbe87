import { Neighbours } from '../neighbours';

/** All nodes, each after everything that leads to it. */
export function inDirection(before: Neighbours, after: Neighbours): number[] {
  const waiting = before.map(nodes => nodes.length);
  const order = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  // Grows while it is walked.
  for (const node of order) {
    for (const next of after[node]) {
      waiting[next] -= 1;
      if (waiting[next] === 0) {
        order.push(next);
      }
    }
  }
  return order;
}

/** Per node, how many steps the longest way to it has. */
export function longestPaths(
  order: readonly number[],
  before: Neighbours,
): number[] {
  const layers = new Array<number>(before.length).fill(0);
  for (const node of order) {
    for (const previous of before[node]) {
      layers[node] = Math.max(layers[node], layers[previous] + 1);
    }
  }
  return layers;
}
