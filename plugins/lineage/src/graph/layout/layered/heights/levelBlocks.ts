import { LayeredGraph, Order } from '../LayeredGraph';
import { rowsOf } from '../order/rowsOf';
import { longestRising } from './longestRising';

/** Items that are drawn at the same height, by the numbers of their blocks. */
export interface Blocks {
  count: number;
  blockOf: readonly number[];
}

/**
 * Puts items into one block that have only each other on the side between them:
 * a job with the one dataset that it makes, and a long connection with itself.
 * Where such pairs cross, as many as can be are kept.
 */
export function levelBlocks(
  { layerOf, before, after }: LayeredGraph,
  order: Order,
): Blocks {
  const rows = rowsOf(order, layerOf.length);
  const blockOf = new Array<number>(layerOf.length).fill(-1);
  let count = 0;
  order.forEach((layer, index) => {
    const lefts = (order[index - 1] ?? []).filter(
      item => after[item].length === 1 && before[after[item][0]].length === 1,
    );
    const rights = lefts.map(item => after[item][0]);
    for (const at of longestRising(rights.map(item => rows[item]))) {
      blockOf[rights[at]] = blockOf[lefts[at]];
    }
    for (const item of layer) {
      if (blockOf[item] === -1) {
        blockOf[item] = count;
        count += 1;
      }
    }
  });
  return { count, blockOf };
}
