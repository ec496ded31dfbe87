import {
  GraphNeighbour,
  GraphNeighbours,
  NodeIds,
} from '@understudy/plugin-lineage-common';
import { EnvironmentIds } from '../graph/GraphStore';

/** Of an id that a column of integers holds. */
const MOST_NODES = 2 ** 26;
/** Ids of environments that a mark holds beside the origin are less than this. */
export const ENVIRONMENTS_OF_MARK = 2 ** 14;
/** No node has this id. */
const NONE = -1;

/**
 * All connections in one direction, compressed: the neighbours of a node are one
 * after the other in two long arrays, by id and then by environment. Some six
 * bytes for a connection and four for a node.
 */
export class Adjacency {
  readonly #offsets: Int32Array;
  readonly #others: Int32Array;
  /** Environment and origin of each. */
  readonly #marks: Uint16Array;

  /** @param edges - sorted by node, other end and environment. */
  constructor(options: { nodes: number; edges: EdgeColumns; count: number }) {
    const { nodes, edges, count } = options;
    this.#offsets = new Int32Array(nodes + 2);
    for (let index = 0; index < count; index++) {
      this.#offsets[edges.near[index] + 1] += 1;
    }
    for (let node = 0; node <= nodes; node++) {
      this.#offsets[node + 1] += this.#offsets[node];
    }
    const next = this.#offsets.slice();
    this.#others = new Int32Array(count);
    this.#marks = new Uint16Array(count);
    for (let index = 0; index < count; index++) {
      const at = next[edges.near[index]]++;
      this.#others[at] = edges.far[index];
      this.#marks[at] = edges.mark[index];
    }
  }

  get bytes(): number {
    return (
      this.#offsets.byteLength +
      this.#others.byteLength +
      this.#marks.byteLength
    );
  }

  /** Ids of nodes are less than this. */
  get size(): number {
    return this.#offsets.length - 1;
  }

  /** How many connections a node has in all environments together. */
  count(node: number): number {
    return node < this.size ? this.#offsets[node + 1] - this.#offsets[node] : 0;
  }

  /**
   * Puts the neighbours of nodes that are not marked in `seen` into `fresh`, and
   * marks them. Gives how many there are; there has to be room for as
   * many as the nodes have connections. This is where a walk spends its time: a
   * loop over arrays and nothing else.
   */
  collect(
    ids: NodeIds,
    into: {
      environments: EnvironmentMask;
      seen: Uint8Array;
      fresh: Int32Array;
    },
  ): number {
    const { environments, seen, fresh } = into;
    const [offsets, others, marks] = [this.#offsets, this.#others, this.#marks];
    let at = 0;
    for (let index = 0; index < ids.length; index++) {
      const end = offsets[ids[index] + 1];
      for (let place = offsets[ids[index]]; place < end; place++) {
        const other = others[place];
        if (seen[other] === 0) {
          const mark = marks[place];
          if ((mark & 3) !== 0 && environments[mark >> 2] === 1) {
            seen[other] = 1;
            fresh[at++] = other;
          }
        }
      }
    }
    return at;
  }

  /**
   * As `collect`, of the first so many neighbours of one node by id, from `at`
   * on. Gives the place after the last, and whether there are more neighbours.
   */
  collectFirst(
    node: number,
    most: number,
    into: {
      environments: EnvironmentMask;
      seen: Uint8Array;
      fresh: Int32Array;
      at: number;
    },
  ): { at: number; more: boolean } {
    const { environments, seen, fresh } = into;
    const [others, marks] = [this.#others, this.#marks];
    const end = this.#offsets[node + 1];
    let at = into.at;
    let last = NONE;
    let known = 0;
    for (let place = this.#offsets[node]; place < end; place++) {
      const other = others[place];
      const mark = marks[place];
      const counts = (mark & 3) !== 0 && environments[mark >> 2] === 1;
      // The same neighbour in several environments is one.
      if (counts && other !== last) {
        if (known === most) {
          return { at, more: true };
        }
        known += 1;
        last = other;
        if (seen[other] === 0) {
          seen[other] = 1;
          fresh[at++] = other;
        }
      }
    }
    return { at, more: false };
  }

  /**
   * Calls back for every neighbour of a node in some environments, once each and
   * smaller ids first, until told to stop.
   */
  eachNeighbour(
    node: number,
    environments: EnvironmentMask,
    visit: (id: number, origin: number) => boolean,
  ): void {
    const start = this.#offsets[node];
    const end = start + this.count(node);
    for (let at = start; at < end;) {
      const id = this.#others[at];
      let origin = 0;
      for (; at < end && this.#others[at] === id; at++) {
        if (environments[this.#marks[at] >> 2] === 1) {
          origin |= this.#marks[at] & 3;
        }
      }
      if (origin > 0 && !visit(id, origin)) {
        return;
      }
    }
  }

  /** How many neighbours a node has in some environments: a loop over arrays, as `collect`. */
  countNeighbours(node: number, environments: EnvironmentMask): number {
    return this.#count(node, environments, Infinity, NONE);
  }

  /** As `countNeighbours`, of the first so many by id, and without the node itself. */
  countOthers(
    node: number,
    environments: EnvironmentMask,
    most: number,
  ): number {
    return this.#count(node, environments, most, node);
  }

  /** Of the first `most` neighbours; the one that does not count is one of them. */
  #count(
    node: number,
    environments: EnvironmentMask,
    most: number,
    except: number,
  ): number {
    const [others, marks] = [this.#others, this.#marks];
    const start = this.#offsets[node];
    const end = start + this.count(node);
    let met = 0;
    let count = 0;
    let last = NONE;
    for (let at = start; at < end && met < most; at++) {
      const mark = marks[at];
      if (
        others[at] !== last &&
        (mark & 3) !== 0 &&
        environments[mark >> 2] === 1
      ) {
        last = others[at];
        met += 1;
        count += Number(last !== except);
      }
    }
    return count;
  }

  /**
   * Calls back for every connection of a node in some environments. Those that are
   * no longer marked meanwhile are passed over from then on.
   */
  forEach(
    node: number,
    environments: EnvironmentMask,
    visit: (other: number, environment: number, origin: number) => void,
  ): void {
    const [others, marks] = [this.#others, this.#marks];
    const start = this.#offsets[node];
    const end = start + this.count(node);
    for (let at = start; at < end; at++) {
      const mark = marks[at];
      if (environments[mark >> 2] === 1 && (mark & 3) !== 0) {
        visit(others[at], mark >> 2, mark & 3);
      }
    }
  }
}

/** 1 at the place of each environment that is read. */
export type EnvironmentMask = Uint8Array;

/** Marks the environments that are read. */
export function maskOf(environments: EnvironmentIds): EnvironmentMask {
  const mask = new Uint8Array(
    environments.reduce((most, id) => Math.max(most, id), 0) + 1,
  );
  for (const id of environments) {
    mask[id] = 1;
  }
  return mask;
}

/** Connections as columns, to be sorted into an {@link Adjacency}. */
export interface EdgeColumns {
  near: Int32Array;
  far: Int32Array;
  mark: Uint16Array;
}

/** Environment and origin in one number. */
export function markOf(environment: number, origin: number): number {
  return environment * 4 + origin;
}

/** An environment has to fit into a mark, and a node into an array. */
export function fits(edge: {
  src: number;
  dst: number;
  environment_id: number;
}): boolean {
  return (
    edge.environment_id < ENVIRONMENTS_OF_MARK &&
    Math.max(edge.src, edge.dst) < MOST_NODES
  );
}

/** Puts together what was found of a node: of several environments, once each. */
export function toNeighbours(
  found: ReadonlyMap<number, number>,
  most: number,
): GraphNeighbours {
  const list: GraphNeighbour[] = Array.from(found, ([id, origin]) => ({
    id,
    origin,
  })).sort((a, b) => a.id - b.id);
  return { list: list.slice(0, most), more: list.length > most };
}
