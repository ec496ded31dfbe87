import { graphOf } from '../__testUtils__/graphs';
import { SIZES } from '../../model/toFlow';
import { Coordinates } from '../types';
import { drawingQuality } from './drawingQuality';

/** Four nodes whose middles are the corners of a square of 300 by 300 pixels. */
const square = (
  [
    [0, 0],
    [300, 0],
    [0, 300],
    [300, 300],
  ] as const
).map(([x, y], node): Coordinates => {
  const { width, height } = node % 2 === 0 ? SIZES.data : SIZES.job;
  return [x - width / 2, y - height / 2];
});

describe('drawingQuality', () => {
  it('counts crossings, and adds lengths', () => {
    const graph = graphOf(4, [
      [0, 1],
      [2, 3],
      [0, 3],
      [1, 2],
    ]);
    const { crossings, length } = drawingQuality(graph, {
      positions: square,
      bends: [[], [], [], []],
    });
    // Lines with a common end do not cross, whichever way they lead.
    expect(crossings).toBe(1);
    expect(length).toBeCloseTo(600 + 2 * Math.hypot(300, 300));
  });

  it('follows bends', () => {
    const graph = graphOf(4, [
      [0, 1],
      [2, 3],
    ]);
    expect(
      drawingQuality(graph, {
        positions: square,
        bends: [[[150, 500]], []],
      }).crossings,
    ).toBe(2);
  });
});
