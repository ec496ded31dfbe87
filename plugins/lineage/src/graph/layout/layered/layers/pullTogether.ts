import { Neighbours } from '../neighbours';

/** More passes than that hardly ever find something. */
const MAX_PASSES = 24;

/**
 * Moves nodes to other layers as long as that makes no arc longer than another
 * one becomes shorter. What is pulled to both sides alike goes along, now to the
 * right and then to the left: it may make room for others.
 */
export function pullTogether(
  layers: number[],
  graph: {
    order: readonly number[];
    before: Neighbours;
    after: Neighbours;
    passes: number;
  },
): void {
  const { order, before, after } = graph;
  const passes = Math.min(MAX_PASSES, graph.passes);
  for (let pass = 0; pass < passes; pass++) {
    let hasMoved = false;
    for (let index = order.length - 1; index >= 0; index--) {
      const node = order[index];
      if (after[node].length >= Math.max(1, before[node].length)) {
        const last = nearest(after[node], layers, -1);
        hasMoved ||=
          last > layers[node] && after[node].length > before[node].length;
        layers[node] = Math.max(layers[node], last);
      }
    }
    for (const node of order) {
      if (before[node].length >= Math.max(1, after[node].length)) {
        const first = nearest(before[node], layers, 1);
        hasMoved ||=
          first < layers[node] && before[node].length > after[node].length;
        layers[node] = Math.min(layers[node], first);
      }
    }
    if (!hasMoved) {
      return;
    }
  }
}

/** The layer next to the nearest of some nodes. */
function nearest(
  nodes: readonly number[],
  layers: readonly number[],
  step: 1 | -1,
): number {
  return nodes.reduce(
    (found, node) => step * Math.max(step * found, step * layers[node] + 1),
    step * -Infinity,
  );
}
