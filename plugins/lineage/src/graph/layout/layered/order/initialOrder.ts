import { LayeredGraph, Order } from '../LayeredGraph';

/**
 * An order to begin with: things are put where a walk along the connections
 * comes past them first, so that what is connected is near each other.
 */
export function initialOrder(
  graph: LayeredGraph,
  from: 'left' | 'right',
): Order {
  const { layerOf, layerCount } = graph;
  const next = from === 'left' ? graph.after : graph.before;
  const order: Order = Array.from({ length: layerCount }, () => []);
  const seen = new Array<boolean>(layerOf.length).fill(false);
  const starts = layerOf
    .map((_, item) => item)
    .sort((a, b) =>
      from === 'left' ? layerOf[a] - layerOf[b] : layerOf[b] - layerOf[a],
    );
  for (const start of starts) {
    const path = [start];
    while (path.length > 0) {
      const item = path.pop()!;
      if (!seen[item]) {
        seen[item] = true;
        order[layerOf[item]].push(item);
        for (let index = next[item].length - 1; index >= 0; index--) {
          path.push(next[item][index]);
        }
      }
    }
  }
  return order;
}
