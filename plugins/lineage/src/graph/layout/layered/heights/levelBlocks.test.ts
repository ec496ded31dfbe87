import { splitLongArcs } from '../layers/splitLongArcs';
import { Arc } from '../neighbours';
import { Order } from '../LayeredGraph';
import { levelBlocks } from './levelBlocks';

/** Which items are in one block, for each block of more than one. */
function blocksOf(
  layers: readonly number[],
  arcs: readonly Arc[],
  order: Order,
) {
  const graph = splitLongArcs(arcs, layers, { passages: 10 });
  const { blockOf, count } = levelBlocks(graph, order);
  return Array.from({ length: count }, (_, block) =>
    blockOf.flatMap((other, item) => (other === block ? [item] : [])),
  ).filter(items => items.length > 1);
}

describe('levelBlocks', () => {
  it('joins what has only each other on the side between them', () => {
    expect(
      blocksOf(
        [0, 1, 1, 2, 2, 3],
        [
          [0, 1],
          [0, 2],
          [1, 3],
          [2, 4],
          [3, 5],
          [4, 5],
        ],
        [[0], [1, 2], [3, 4], [5]],
      ),
    ).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('joins a long connection with itself, and with an end that has nothing else', () => {
    // 4 and 5 are where the last arc passes.
    expect(
      blocksOf(
        [0, 1, 2, 3],
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [0, 3],
        ],
        [[0], [1, 4], [2, 5], [3]],
      ),
    ).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  it('leaves apart as few pairs that cross as can be', () => {
    expect(
      blocksOf(
        [0, 0, 0, 1, 1, 1],
        [
          [0, 5],
          [1, 3],
          [2, 4],
        ],
        [
          [0, 1, 2],
          [3, 4, 5],
        ],
      ),
    ).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
