import * as fc from 'fast-check';
import { anyGraphWithoutCircles } from '../../__testUtils__/graphs';
import { orderCircle } from './orderCircle';

describe('orderCircle', () => {
  it('goes against no connection where that can be', () => {
    fc.assert(
      fc.property(anyGraphWithoutCircles(), ({ nodes, edges }) => {
        const place = orderCircle(nodes.length, edges);
        expect([...place].sort((a, b) => a - b)).toEqual(
          nodes.map((_, node) => node),
        );
        for (const [from, to] of edges) {
          expect(place[from]).toBeLessThan(place[to]);
        }
      }),
    );
  });

  it('begins a circle with what gives most', () => {
    expect(
      orderCircle(3, [
        [0, 1],
        [1, 2],
        [1, 2],
        [2, 0],
      ])[1],
    ).toBe(0);
  });
});
