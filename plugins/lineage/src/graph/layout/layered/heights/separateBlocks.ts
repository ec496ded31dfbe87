import { Order } from '../LayeredGraph';
import { inDirection } from '../layers/longestPaths';
import { Arc, neighboursOf } from '../neighbours';
import { Blocks } from './levelBlocks';

/** Something that has to be at least so far above something else. */
export interface Separation {
  upper: number;
  distance: number;
}

/** How far blocks have to be from each other. */
export interface Separations {
  /** All blocks, each after those above it. */
  downwards: readonly number[];
  /** Per block, what is right above it. */
  above: readonly (readonly Separation[])[];
}

/** Says how far blocks have to be from each other so that their items are. */
export function separateBlocks(
  order: Order,
  { count, blockOf }: Blocks,
  distance: (upper: number, lower: number) => number,
): Separations {
  const above = Array.from({ length: count }, () => new Map<number, number>());
  for (const layer of order) {
    for (let row = 1; row < layer.length; row++) {
      const upper = blockOf[layer[row - 1]];
      const distances = above[blockOf[layer[row]]];
      distances.set(
        upper,
        Math.max(
          distances.get(upper) ?? 0,
          distance(layer[row - 1], layer[row]),
        ),
      );
    }
  }
  const arcs = above.flatMap((uppers, lower) =>
    [...uppers.keys()].map((upper): Arc => [upper, lower]),
  );
  const { before, after } = neighboursOf(count, arcs);
  return {
    downwards: inDirection(before, after),
    above: above.map(uppers =>
      [...uppers].map(([upper, gap]) => ({ upper, distance: gap })),
    ),
  };
}
