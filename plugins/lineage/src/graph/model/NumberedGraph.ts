import { LineageGraph } from '@understudy/plugin-lineage-common';
import { Side, SIDES } from './adjacency';

/** What was not reached. */
const NOT_REACHED = -1;

/** Numbers of neighbours, one list after the other. */
interface Lists {
  /** Where the list of each begins; one more at the end. */
  starts: Int32Array;
  numbers: Int32Array;
}

/**
 * A graph whose ends are numbers: ids are long and alike, so looking them up and
 * comparing them is most of what working on a large graph costs. Nodes have the
 * first numbers, in their order; what only edges name comes after them.
 */
export class NumberedGraph {
  readonly ids: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #neighbours: Record<Side, Lists>;

  constructor({ nodes, edges }: Pick<LineageGraph, 'nodes' | 'edges'>) {
    nodes.forEach(({ id }) => this.#number(id));
    const sources = Int32Array.from(edges, edge => this.#number(edge.source));
    const targets = Int32Array.from(edges, edge => this.#number(edge.target));
    this.#neighbours = {
      upstream: listByEnd(this.ids.length, targets, sources),
      downstream: listByEnd(this.ids.length, sources, targets),
    };
  }

  /** Undefined for what neither a node nor an edge is called. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Each once. */
  neighbours(number: number, side: Side): Int32Array {
    const { starts, numbers } = this.#neighbours[side];
    return numbers.subarray(starts[number], starts[number + 1]);
  }

  /** Shortest number of hops from a node to each, whatever the direction; -1 to what is not reached. */
  hopsFrom(start: number): Int32Array {
    const hops = new Int32Array(this.ids.length).fill(NOT_REACHED);
    hops[start] = 0;
    const reached = [start];
    for (const number of reached) {
      for (const side of SIDES) {
        for (const neighbour of this.neighbours(number, side)) {
          if (hops[neighbour] === NOT_REACHED) {
            hops[neighbour] = hops[number] + 1;
            // What is added is gone through as well.
            reached.push(neighbour);
          }
        }
      }
    }
    return hops;
  }

  #number(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) {
      return known;
    }
    this.#numbers.set(id, this.ids.length);
    this.ids.push(id);
    return this.ids.length - 1;
  }
}

/** For each end, the other ends of its edges in the order of the edges. */
function listByEnd(size: number, ends: Int32Array, others: Int32Array): Lists {
  const starts = new Int32Array(size + 1);
  ends.forEach(end => {
    starts[end + 1] += 1;
  });
  for (let number = 0; number < size; number += 1) {
    starts[number + 1] += starts[number];
  }
  const numbers = new Int32Array(ends.length);
  const next = starts.slice(0, size);
  ends.forEach((end, edge) => {
    numbers[next[end]] = others[edge];
    next[end] += 1;
  });
  return withoutRepeats({ starts, numbers });
}

/** Two edges between the same nodes are told apart by what is known of them. */
function withoutRepeats({ starts, numbers }: Lists): Lists {
  const size = starts.length - 1;
  const seenBy = new Int32Array(size).fill(NOT_REACHED);
  const kept = new Int32Array(numbers.length);
  const keptStarts = new Int32Array(size + 1);
  let count = 0;
  for (let number = 0; number < size; number += 1) {
    for (let at = starts[number]; at < starts[number + 1]; at += 1) {
      if (seenBy[numbers[at]] !== number) {
        seenBy[numbers[at]] = number;
        kept[count] = numbers[at];
        count += 1;
      }
    }
    keptStarts[number + 1] = count;
  }
  return { starts: keptStarts, numbers: kept };
}
