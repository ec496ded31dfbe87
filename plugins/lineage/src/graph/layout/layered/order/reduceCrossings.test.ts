import * as fc from 'fast-check';
import { anyGraphWithoutCircles } from '../../__testUtils__/graphs';
import { FULL_EFFORT } from '../Effort';
import { LayeredGraph, Order } from '../LayeredGraph';
import { assignLayers } from '../layers/assignLayers';
import { splitLongArcs } from '../layers/splitLongArcs';
import { Arc } from '../neighbours';
import { countCrossings } from './countCrossings';
import { exchangeNeighbours } from './exchangeNeighbours';
import { initialOrder } from './initialOrder';
import { reduceCrossings } from './reduceCrossings';
import { rowsOf } from './rowsOf';

function layered(count: number, arcs: readonly Arc[]): LayeredGraph {
  return splitLongArcs(
    arcs,
    assignLayers(count, arcs, FULL_EFFORT),
    FULL_EFFORT,
  );
}

const anyLayeredGraph = anyGraphWithoutCircles({ nodes: 20, edges: 40 }).map(
  ({ nodes, edges }) => layered(nodes.length, edges),
);

const count = (graph: LayeredGraph, order: Order) =>
  countCrossings(graph, order, rowsOf(order, graph.layerOf.length));

/** Pair by pair, which is too slow for anything but a test. */
function countOneByOne(graph: LayeredGraph, order: Order): number {
  const rows = rowsOf(order, graph.layerOf.length);
  return order
    .map(layer => {
      const arcs = layer.flatMap(item =>
        graph.after[item].map(end => [rows[item], rows[end]]),
      );
      return arcs.flatMap(([from, to]) =>
        arcs.filter(([otherFrom, otherTo]) => otherFrom > from && otherTo < to),
      ).length;
    })
    .reduce((sum, crossings) => sum + crossings, 0);
}

describe('countCrossings', () => {
  it('counts what one finds pair by pair', () => {
    fc.assert(
      fc.property(anyLayeredGraph, graph => {
        const order = initialOrder(graph, 'left');
        expect(count(graph, order)).toBe(countOneByOne(graph, order));
      }),
    );
  });
});

describe('exchangeNeighbours', () => {
  it('only ever takes crossings away', () => {
    fc.assert(
      fc.property(anyLayeredGraph, graph => {
        const order = initialOrder(graph, 'right');
        const rows = rowsOf(order, graph.layerOf.length);
        for (const layer of order) {
          const before = count(graph, order);
          const hasFound = exchangeNeighbours(layer, rows, graph);
          expect(count(graph, order) < before).toBe(hasFound);
          expect(rows).toEqual(rowsOf(order, graph.layerOf.length));
        }
      }),
    );
  });
});

describe('reduceCrossings', () => {
  it('keeps all items in their layers, with no more crossings than at first', () => {
    fc.assert(
      fc.property(anyLayeredGraph, graph => {
        const order = reduceCrossings(graph, FULL_EFFORT);
        expect(order.flat().sort((a, b) => a - b)).toEqual(
          graph.layerOf.map((_, item) => item),
        );
        order.forEach((layer, index) =>
          layer.forEach(item => expect(graph.layerOf[item]).toBe(index)),
        );
        expect(count(graph, order)).toBeLessThanOrEqual(
          count(graph, initialOrder(graph, 'left')),
        );
      }),
    );
  });

  it('finds the order in which nothing crosses', () => {
    // A tree whose leaves are named as if they were shuffled.
    const graph = layered(10, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 9],
      [2, 8],
      [3, 4],
      [1, 6],
      [2, 5],
      [3, 7],
    ]);
    expect(count(graph, reduceCrossings(graph, FULL_EFFORT))).toBe(0);
    const grid = layered(6, [
      [0, 5],
      [1, 4],
      [2, 3],
      [0, 4],
      [1, 3],
    ]);
    expect(count(grid, reduceCrossings(grid, FULL_EFFORT))).toBe(0);
  });

  it('keeps what cannot be avoided', () => {
    const all = layered(6, [
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 3],
      [1, 4],
      [1, 5],
      [2, 3],
      [2, 4],
      [2, 5],
    ]);
    expect(count(all, reduceCrossings(all, FULL_EFFORT))).toBe(9);
  });

  it('leaves a third of the crossings of graphs that are hard', () => {
    const graphs = fc
      .sample(anyGraphWithoutCircles({ nodes: 30, edges: 60 }), {
        numRuns: 80,
        seed: 3,
      })
      .map(({ nodes, edges }) => layered(nodes.length, edges));
    const sum = (orderOf: (graph: LayeredGraph) => Order) =>
      graphs.reduce((total, graph) => total + count(graph, orderOf(graph)), 0);
    const atFirst = sum(graph => initialOrder(graph, 'left'));
    expect(atFirst).toBeGreaterThan(1_000);
    expect(sum(graph => reduceCrossings(graph, FULL_EFFORT))).toBeLessThan(
      atFirst / 3,
    );
  });
});
