import * as fc from 'fast-check';
import { anyGraphWithoutCircles } from '../../__testUtils__/graphs';
import { FULL_EFFORT } from '../Effort';
import { Arc, neighboursOf } from '../neighbours';
import { assignLayers } from './assignLayers';
import { inDirection, longestPaths } from './longestPaths';

const assign = (count: number, arcs: readonly Arc[]) =>
  assignLayers(count, arcs, FULL_EFFORT);

const totalLength = (arcs: readonly Arc[], layers: readonly number[]) =>
  arcs.reduce((sum, [from, to]) => sum + layers[to] - layers[from], 0);

describe('assignLayers', () => {
  it('leads every arc to a later layer, and leaves none empty', () => {
    fc.assert(
      fc.property(anyGraphWithoutCircles(), ({ nodes, edges }) => {
        const layers = assign(nodes.length, edges);
        for (const [from, to] of edges) {
          expect(layers[to]).toBeGreaterThan(layers[from]);
        }
        expect(new Set(layers).size).toBe(Math.max(...layers) + 1);
        expect(Math.min(...layers)).toBe(0);
      }),
    );
  });

  it('makes arcs no longer than they are with everything near the beginning', () => {
    fc.assert(
      fc.property(anyGraphWithoutCircles(), ({ nodes, edges }) => {
        const { before, after } = neighboursOf(nodes.length, edges);
        const simple = longestPaths(inDirection(before, after), before);
        expect(
          totalLength(edges, assign(nodes.length, edges)),
        ).toBeLessThanOrEqual(totalLength(edges, simple));
      }),
    );
  });

  it('puts a source next to what it goes into', () => {
    // 4 goes only into the end of the row.
    expect(
      assign(5, [
        [0, 1],
        [1, 2],
        [2, 3],
        [4, 3],
      ]),
    ).toEqual([0, 1, 2, 3, 2]);
  });

  it('moves a row of things along with its end', () => {
    // From 4 on a row leads to 3, and there is room for it further right.
    expect(
      assign(7, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 6],
        [4, 5],
        [5, 6],
      ]),
    ).toEqual([0, 1, 2, 3, 2, 3, 4]);
  });
});
