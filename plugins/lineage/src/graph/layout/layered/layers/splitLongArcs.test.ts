import { splitLongArcs } from './splitLongArcs';

const arcs = [
  [0, 1],
  [1, 2],
  [2, 3],
  [0, 2],
  [0, 3],
] as const;
const layers = [0, 1, 2, 3];

describe('splitLongArcs', () => {
  it('makes an item of each place where an arc passes a layer', () => {
    const { layerOf, after, before, passages, nodeCount, layerCount } =
      splitLongArcs(arcs, layers, { passages: 10 });
    expect({ nodeCount, layerCount }).toEqual({ nodeCount: 4, layerCount: 4 });
    expect(passages).toEqual([[], [], [], [4], [5, 6]]);
    expect(layerOf).toEqual([0, 1, 2, 3, 1, 1, 2]);
    expect(after).toEqual([[1, 4, 5], [2], [3], [], [2], [6], [3]]);
    expect(before).toEqual([[], [0], [1, 4], [2, 6], [0], [0], [5]]);
  });

  it('leaves out the longest when there would be too many', () => {
    const { passages, layerOf, after } = splitLongArcs(arcs, layers, {
      passages: 2,
    });
    expect(passages).toEqual([[], [], [], [4], []]);
    expect(layerOf).toHaveLength(5);
    expect(after[0]).toEqual([1, 4]);
  });
});
