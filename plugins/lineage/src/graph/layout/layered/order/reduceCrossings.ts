import { LayeredGraph, Order } from '../LayeredGraph';
import { countCrossings } from './countCrossings';
import { exchangeNeighbours } from './exchangeNeighbours';
import { initialOrder } from './initialOrder';
import { rowsOf } from './rowsOf';
import { sortByNeighbours } from './sortByNeighbours';

/** After so many sweeps that found nothing better, hardly any will. */
const PATIENCE = 4;
/** The last exchanges find most in their first rounds. */
const MAX_ROUNDS = 8;

interface Found {
  order: Order;
  crossings: number;
}

/**
 * Finds an order of the items in each layer with few crossings: sweeps to and
 * fro, each time by what the layer before says, from both ends of the graph, and
 * goes on with the best it has seen.
 */
export function reduceCrossings(
  graph: LayeredGraph,
  options: { orderSteps: number },
): Order {
  const sweeps = Math.ceil(
    options.orderSteps / Math.max(1, 2 * graph.layerOf.length),
  );
  let best = sweepFrom(initialOrder(graph, 'left'), graph, sweeps);
  if (best.crossings > 0) {
    const other = sweepFrom(initialOrder(graph, 'right'), graph, sweeps);
    best = other.crossings < best.crossings ? other : best;
    exchangeAll(best.order, graph, Math.min(MAX_ROUNDS, sweeps));
  }
  return best.order;
}

function sweepFrom(order: Order, graph: LayeredGraph, sweeps: number): Found {
  const rows = rowsOf(order, graph.layerOf.length);
  const means = new Float64Array(rows.length);
  let best = keep(order, countCrossings(graph, order, rows));
  let bestAt = 0;
  for (
    let sweep = 1;
    sweep <= sweeps && sweep - bestAt <= PATIENCE && best.crossings > 0;
    sweep++
  ) {
    const isForward = sweep % 2 === 1;
    const layers = isForward ? order : [...order].reverse();
    for (const layer of layers.slice(1)) {
      sortByNeighbours(layer, rows, {
        neighbours: isForward ? graph.before : graph.after,
        lastFirst: sweep % 4 >= 2,
        means,
      });
    }
    for (const layer of layers) {
      exchangeNeighbours(layer, rows, graph);
    }
    const crossings = countCrossings(graph, order, rows);
    if (crossings < best.crossings) {
      best = keep(order, crossings);
      bestAt = sweep;
    }
  }
  return best;
}

function exchangeAll(order: Order, graph: LayeredGraph, rounds: number): void {
  const rows = rowsOf(order, graph.layerOf.length);
  let hasFound = true;
  for (let round = 0; round < rounds && hasFound; round++) {
    hasFound = order
      .map(layer => exchangeNeighbours(layer, rows, graph))
      .includes(true);
  }
}

function keep(order: Order, crossings: number): Found {
  return { order: order.map(layer => [...layer]), crossings };
}
