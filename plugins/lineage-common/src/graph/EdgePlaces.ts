import { LineageSide } from './GraphSource';

/** The distance of what no way leads to. */
export const NOT_REACHED = -1;
/** The place of what is not in the list. */
const ELSEWHERE = -1;

/**
 * The two ends of each of some edges, as places in a list of nodes that the edges are
 * about. What is found out about every node is in arrays by these places, as a map for
 * each question costs more than the question.
 */
export class EdgePlaces {
  readonly #size: number;
  /** By the side that the other end is on. */
  readonly #ends: Record<LineageSide, Int32Array>;

  /**
   * @param ids - of the nodes, each once; distances are from the first. What else edges
   * lead to is passed over.
   */
  constructor(
    ids: readonly number[],
    edges: readonly { source: number; target: number }[],
  ) {
    const places = new Map<number, number>();
    ids.forEach((id, place) => places.set(id, place));
    this.#size = ids.length;
    const placesOf = (end: 'source' | 'target') =>
      Int32Array.from(edges, edge => places.get(edge[end]) ?? ELSEWHERE);
    this.#ends = {
      downstream: placesOf('source'),
      upstream: placesOf('target'),
    };
  }

  /** How many edges each node has on a side, whether their other end is in the list or not. */
  count(side: LineageSide): Int32Array {
    const counts = new Int32Array(this.#size);
    for (const place of this.#ends[side]) {
      if (place !== ELSEWHERE) {
        counts[place] += 1;
      }
    }
    return counts;
  }

  /** How many hops each node is from the first one in one direction, no further than so many. */
  distances(side: LineageSide, most: number): Int32Array {
    const { starts, others } = this.#joined(side);
    const distances = new Int32Array(this.#size).fill(NOT_REACHED);
    const reached = [0];
    distances[0] = 0;
    for (let index = 0; index < reached.length; index++) {
      const node = reached[index];
      if (distances[node] + 1 > most) {
        break;
      }
      for (let at = starts[node]; at < starts[node + 1]; at++) {
        const other = others[at];
        if (distances[other] === NOT_REACHED) {
          distances[other] = distances[node] + 1;
          reached.push(other);
        }
      }
    }
    return distances;
  }

  /** What is next to each node, one after the other: from its start to that of the next one. */
  #joined(side: LineageSide): { starts: Int32Array; others: Int32Array } {
    const near = this.#ends[side];
    const far = this.#ends[side === 'downstream' ? 'upstream' : 'downstream'];
    const isBetween = (edge: number) =>
      near[edge] !== ELSEWHERE && far[edge] !== ELSEWHERE;
    const starts = new Int32Array(this.#size + 1);
    for (let edge = 0; edge < near.length; edge++) {
      if (isBetween(edge)) {
        starts[near[edge] + 1] += 1;
      }
    }
    for (let node = 0; node < this.#size; node++) {
      starts[node + 1] += starts[node];
    }
    const next = starts.slice();
    const others = new Int32Array(starts[this.#size]);
    for (let edge = 0; edge < near.length; edge++) {
      if (isBetween(edge)) {
        others[next[near[edge]]++] = far[edge];
      }
    }
    return { starts, others };
  }
}
