import { FULL_EFFORT } from '../Effort';
import { assignLayers } from '../layers/assignLayers';
import { splitLongArcs } from '../layers/splitLongArcs';
import { Arc } from '../neighbours';
import { reduceCrossings } from '../order/reduceCrossings';
import { assignHeights } from './assignHeights';

function heightsOf(
  count: number,
  arcs: readonly Arc[],
  distance: (upper: number, lower: number) => number = () => 100,
) {
  const graph = splitLongArcs(
    arcs,
    assignLayers(count, arcs, FULL_EFFORT),
    FULL_EFFORT,
  );
  const order = reduceCrossings(graph, FULL_EFFORT);
  return { graph, heights: assignHeights(graph, order, distance) };
}

describe('assignHeights', () => {
  it('puts things into the middle of what they go into', () => {
    const { heights } = heightsOf(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    const children = heights.slice(1).sort((a, b) => a - b);
    expect(children.map(height => height - children[0])).toEqual([0, 100, 200]);
    expect(heights[0]).toBe(children[1]);
  });

  it('draws a job and what only it makes in one line', () => {
    // 0 goes into three jobs, which make one thing each, of which one has two readers.
    const { heights } = heightsOf(9, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
      [2, 5],
      [3, 6],
      [4, 7],
      [4, 8],
    ]);
    expect(heights[4]).toBe(heights[1]);
    expect(heights[5]).toBe(heights[2]);
    expect(heights[6]).toBe(heights[3]);
  });

  it('draws a long connection straight', () => {
    const { graph, heights } = heightsOf(6, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [0, 5],
    ]);
    const passed = graph.passages[5].map(item => heights[item]);
    expect(passed).toHaveLength(4);
    expect(new Set(passed).size).toBe(1);
  });

  it('makes level what would slope so little that it looks like a mistake', () => {
    // A long connection from 2 to 4, whose ends are pulled elsewhere a little.
    const { graph, heights } = heightsOf(
      9,
      [
        [0, 1],
        [1, 2],
        [2, 4],
        [2, 3],
        [0, 3],
        [3, 4],
        [3, 5],
        [4, 6],
        [4, 7],
        [6, 8],
      ],
      (upper, lower) =>
        [upper, lower].reduce((sum, item) => sum + (item > 8 ? 5 : 48), 0),
    );
    const [passage] = graph.passages[2];
    expect(heights[passage]).toBe(heights[2]);
    expect(heights[passage]).toBe(heights[4]);
  });

  it('is in whole pixels', () => {
    const { heights } = heightsOf(4, [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ]);
    expect(heights.every(Number.isInteger)).toBe(true);
  });
});
