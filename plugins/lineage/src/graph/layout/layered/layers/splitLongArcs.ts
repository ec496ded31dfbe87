import { LayeredGraph } from '../LayeredGraph';
import { Arc } from '../neighbours';

/**
 * Makes items of where arcs pass layers, so that room is kept for them. When
 * there would be too many, the longest arcs go without: nobody could follow them.
 */
export function splitLongArcs(
  arcs: readonly Arc[],
  layers: readonly number[],
  options: { passages: number },
): LayeredGraph {
  const lengthOf = ([from, to]: Arc) => layers[to] - layers[from];
  const maxLength = longestThatFits(arcs.map(lengthOf), options.passages);
  const layerOf = [...layers];
  const before: number[][] = layers.map(() => []);
  const after: number[][] = layers.map(() => []);
  const passages = arcs.map(arc => {
    const [from, to] = arc;
    const items: number[] = [];
    if (lengthOf(arc) > maxLength) {
      return items;
    }
    let last = from;
    for (let layer = layers[from] + 1; layer < layers[to]; layer++) {
      const item = layerOf.push(layer) - 1;
      before.push([last]);
      after.push([]);
      after[last].push(item);
      items.push(item);
      last = item;
    }
    after[last].push(to);
    before[to].push(last);
    return items;
  });
  return {
    nodeCount: layers.length,
    layerCount: Math.max(-1, ...layers) + 1,
    layerOf,
    before,
    after,
    passages,
  };
}

/** The length up to which all arcs together need no more passages than there may be. */
function longestThatFits(lengths: readonly number[], allowed: number): number {
  const countByLength: number[] = [];
  for (const length of lengths) {
    countByLength[length] = (countByLength[length] ?? 0) + 1;
  }
  let needed = 0;
  for (let length = 2; length < countByLength.length; length++) {
    needed += (length - 1) * (countByLength[length] ?? 0);
    if (needed > allowed) {
      return length - 1;
    }
  }
  return Infinity;
}
