import { graphOf } from '../__testUtils__/graphs';
import { splitComponents } from './splitComponents';

describe('splitComponents', () => {
  it('finds the parts that have nothing to do with each other', () => {
    const parts = splitComponents(
      graphOf(6, [
        [4, 0],
        [1, 3],
        [2, 4],
        [3, 1],
        [5, 5],
      ]),
    );
    expect(
      parts.map(({ nodeIndexes, edgeIndexes, edges }) => ({
        nodeIndexes,
        edgeIndexes,
        edges,
      })),
    ).toEqual([
      {
        nodeIndexes: [0, 2, 4],
        edgeIndexes: [0, 2],
        edges: [
          [2, 0],
          [1, 2],
        ],
      },
      {
        nodeIndexes: [1, 3],
        edgeIndexes: [1, 3],
        edges: [
          [0, 1],
          [1, 0],
        ],
      },
      { nodeIndexes: [5], edgeIndexes: [4], edges: [[0, 0]] },
    ]);
    expect(parts[0].nodes).toHaveLength(3);
  });
});
