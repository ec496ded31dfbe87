import { Order } from '../LayeredGraph';

/** The place of each item in its layer. */
export function rowsOf(order: Order, count: number): number[] {
  const rows = new Array<number>(count).fill(0);
  for (const layer of order) {
    layer.forEach((item, row) => {
      rows[item] = row;
    });
  }
  return rows;
}
