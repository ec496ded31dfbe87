import {
  GraphNeighbours,
  GraphStep,
  GraphWalk,
  NodeIds,
} from '@understudy/plugin-lineage-common';
import { Adjacency, EnvironmentMask } from './Adjacency';
import { sortIds } from './sortIds';

/**
 * A walk straight over the compressed connections. Lists of neighbours are made
 * only of nodes whose connections have changed since these were read.
 */
export class IndexWalk implements GraphWalk {
  readonly #edges: Adjacency;
  readonly #changed: { has(id: number): boolean };
  readonly #neighbours: (
    id: number,
    most: number,
  ) => GraphNeighbours | undefined;
  readonly #environments: EnvironmentMask;
  /** 1 at the place of each node that was met. */
  readonly #seen: Uint8Array;
  /** Nodes that were met and have no such place: they came later. */
  readonly #seenLater = new Set<number>();

  constructor(options: {
    root: number;
    environments: EnvironmentMask;
    edges: Adjacency;
    /** Nodes whose connections have changed since these were read. */
    changed: { has(id: number): boolean };
    neighbours: (id: number, most: number) => GraphNeighbours | undefined;
  }) {
    const { root, edges } = options;
    this.#edges = edges;
    this.#changed = options.changed;
    this.#neighbours = options.neighbours;
    this.#environments = options.environments;
    this.#seen = new Uint8Array(edges.size);
    this.#meet(root);
  }

  step(ids: NodeIds, most: number): GraphStep {
    const { plain, wide, changed, room } = this.#sift(ids, most);
    const into = { environments: this.#environments, seen: this.#seen };
    let fresh = new Int32Array(room);
    let at = this.#edges.collect(plain, { ...into, fresh });
    const more: number[] = [];
    for (const id of wide) {
      const read = this.#edges.collectFirst(id, most, { ...into, fresh, at });
      at = read.at;
      if (read.more) {
        more.push(id);
      }
    }
    for (const id of changed) {
      const found = this.#neighbours(id, most);
      if (found?.more) {
        more.push(id);
      }
      fresh = withRoom(fresh, at + (found?.list.length ?? 0));
      for (const { id: other } of found?.list ?? []) {
        if (this.#meet(other)) {
          fresh[at++] = other;
        }
      }
    }
    return {
      fresh: sortIds(fresh.subarray(0, at)),
      more: more.sort((a, b) => a - b),
    };
  }

  /**
   * Tells nodes whose connections are all read, as they are in memory, from those
   * that have too many of them and from those whose connections have changed.
   */
  #sift(
    ids: NodeIds,
    most: number,
  ): { plain: NodeIds; wide: number[]; changed: number[]; room: number } {
    const plain = new Int32Array(ids.length);
    const wide: number[] = [];
    const changed: number[] = [];
    let known = 0;
    let room = 0;
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index];
      const count = this.#edges.count(id);
      if (this.#changed.has(id)) {
        changed.push(id);
      } else if (count > most) {
        wide.push(id);
        room += most;
      } else {
        plain[known++] = id;
        room += count;
      }
    }
    return { plain: plain.subarray(0, known), wide, changed, room };
  }

  /** Whether a node is met for the first time. */
  #meet(id: number): boolean {
    if (id >= this.#seen.length) {
      const known = this.#seenLater.size;
      return this.#seenLater.add(id).size > known;
    }
    const first = this.#seen[id] === 0;
    if (first) {
      this.#seen[id] = 1;
    }
    return first;
  }
}

/** The same ids where as many as are needed fit. */
function withRoom(ids: Int32Array<ArrayBuffer>, room: number) {
  if (room <= ids.length) {
    return ids;
  }
  const longer = new Int32Array(Math.max(room, ids.length * 2));
  longer.set(ids);
  return longer;
}
