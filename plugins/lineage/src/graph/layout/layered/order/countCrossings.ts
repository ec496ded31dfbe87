import { LayeredGraph, Order } from '../LayeredGraph';
import { CountTree } from './CountTree';

/** How many pairs of connections cross each other when items are in this order. */
export function countCrossings(
  { after }: Pick<LayeredGraph, 'after'>,
  order: Order,
  rows: readonly number[],
): number {
  let crossings = 0;
  for (let layer = 0; layer + 1 < order.length; layer++) {
    const tree = new CountTree(order[layer + 1].length);
    // From top to bottom: what ended further down before is crossed now.
    for (const item of order[layer]) {
      for (const end of after[item]) {
        crossings += tree.countAbove(rows[end]);
      }
      // Connections of one item do not cross each other.
      for (const end of after[item]) {
        tree.add(rows[end]);
      }
    }
  }
  return crossings;
}
