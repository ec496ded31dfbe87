import {
  GraphNeighbour,
  GraphNeighbours,
  GraphWalk,
  LineageSide,
} from '@understudy/plugin-lineage-common';
import { LRUCache } from 'lru-cache';
import { EnvironmentIds } from '../graph/GraphStore';
import { EVERY_ENVIRONMENT } from '../nodes/environments';
import {
  Adjacency,
  EdgeColumns,
  EnvironmentMask,
  markOf,
  maskOf,
  ENVIRONMENTS_OF_MARK,
  toNeighbours,
} from './Adjacency';
import { IndexWalk } from './IndexWalk';

/** From so many connections on, what looking at all of them shows is kept. */
const MANY_CONNECTIONS = 5000;
/** Answers that are kept of each kind, and ids in all of them together. */
const MOST_KEPT = 1000;
const MOST_IDS_KEPT = 500_000;

/** What nodes are connected with, by environment. */
type ByEnvironment = ReadonlyMap<number, readonly number[]>;

/** A connection as it is now; origin 0: it is gone. */
export interface EdgeChange {
  src: number;
  dst: number;
  environment_id: number;
  origin: number;
}

type Changes = Map<number, Map<number, EdgeChange>>;

/**
 * The graph in memory: what it was when it was read, and what has changed since.
 */
export class EdgeIndex {
  readonly #sides: Record<LineageSide, Adjacency>;
  readonly #changes: Record<LineageSide, Changes> = {
    upstream: new Map(),
    downstream: new Map(),
  };
  /** By the lists that are asked with: the same again and again for one answer. */
  readonly #masks = new WeakMap<EnvironmentIds, EnvironmentMask>();
  readonly #manyConnections: number;
  /** Of nodes with many connections that have not changed. */
  readonly #counts = new LRUCache<string, number>({ max: MOST_KEPT });
  readonly #byEnvironment = new LRUCache<string, ByEnvironment>({
    max: MOST_KEPT,
    maxSize: MOST_IDS_KEPT,
    sizeCalculation: found =>
      [...found.values()].reduce((sum, { length }) => sum + length, 1),
  });
  #changed = 0;

  constructor(
    edges: { src: Int32Array; dst: Int32Array; mark: Uint16Array },
    { manyConnections = MANY_CONNECTIONS }: { manyConnections?: number } = {},
  ) {
    const { src, dst, mark } = edges;
    this.#manyConnections = manyConnections;
    const count = src.length;
    let nodes = 0;
    for (let index = 0; index < count; index++) {
      nodes = Math.max(nodes, src[index], dst[index]);
    }
    const side = (near: Int32Array, far: Int32Array) => {
      const columns: EdgeColumns = { near, far, mark };
      return new Adjacency({ nodes, edges: columns, count });
    };
    this.#sides = { downstream: side(src, dst), upstream: side(dst, src) };
  }

  get bytes(): number {
    return this.#sides.upstream.bytes + this.#sides.downstream.bytes;
  }

  /** How much has changed since it was read. */
  get changed(): number {
    return this.#changed;
  }

  apply(changes: readonly EdgeChange[]): void {
    for (const change of changes) {
      const { src, dst, environment_id } = change;
      add(this.#changes.downstream, src, keyOf(dst, environment_id), change);
      add(this.#changes.upstream, dst, keyOf(src, environment_id), change);
    }
    this.#changed += changes.length;
  }

  /** As the database would answer. */
  neighbours(
    node: number,
    side: LineageSide,
    options: { most: number; environments: EnvironmentIds },
  ): GraphNeighbours | undefined {
    const { most, environments } = options;
    if (this.#changes[side].has(node)) {
      const found = this.#find(node, side, environments);
      return found.size > 0 ? toNeighbours(found, most) : undefined;
    }
    const list: GraphNeighbour[] = [];
    let more = false;
    const mask = this.#maskOf(environments);
    this.#sides[side].eachNeighbour(node, mask, (id, origin) => {
      more = list.length === most;
      if (!more) {
        list.push({ id, origin });
      }
      return !more;
    });
    return list.length > 0 || more ? { list, more } : undefined;
  }

  /** How many neighbours a node has. */
  count(node: number, side: LineageSide, environments: EnvironmentIds): number {
    if (this.#changes[side].has(node)) {
      return this.#find(node, side, environments).size;
    }
    const count = () =>
      this.#sides[side].countNeighbours(node, this.#maskOf(environments));
    return this.#hasMany(node, side)
      ? remember(this.#counts, `${side} ${node} ${environments.join()}`, count)
      : count();
  }

  /** How many of the first `most` neighbours of a node by id are other nodes. */
  degree(
    node: number,
    side: LineageSide,
    options: { most: number; environments: EnvironmentIds },
  ): number {
    if (this.#changes[side].has(node)) {
      const { list = [] } = this.neighbours(node, side, options) ?? {};
      return list.filter(({ id }) => id !== node).length;
    }
    const mask = this.#maskOf(options.environments);
    return this.#sides[side].countOthers(node, mask, options.most);
  }

  /**
   * What some nodes are connected with on one side in each environment, at most so
   * many. What belongs to every environment is left out.
   */
  byEnvironment(
    nodes: readonly number[],
    side: LineageSide,
    most: number,
  ): ByEnvironment {
    const look = () => this.#lookByEnvironment(nodes, side, most);
    const [node] = nodes;
    return nodes.length === 1 &&
      !this.#changes[side].has(node) &&
      this.#hasMany(node, side)
      ? remember(this.#byEnvironment, `${side} ${node} ${most}`, look)
      : look();
  }

  #lookByEnvironment(
    nodes: readonly number[],
    side: LineageSide,
    most: number,
  ): ByEnvironment {
    const found = new Map<number, Set<number>>();
    const wanted = new Uint8Array(ENVIRONMENTS_OF_MARK).fill(1);
    wanted[EVERY_ENVIRONMENT] = 0;
    for (const node of nodes) {
      this.#forEach(node, side, wanted, (other, environment) => {
        const others = found.get(environment) ?? new Set();
        found.set(environment, others.add(other));
        wanted[environment] = Number(others.size < most);
      });
    }
    return new Map(
      Array.from(found, ([environment, others]) => [environment, [...others]]),
    );
  }

  #hasMany(node: number, side: LineageSide): boolean {
    return this.#sides[side].count(node) >= this.#manyConnections;
  }

  /** Begins a walk from a node, which finds what `neighbours` would lead to. */
  walkFrom(
    root: number,
    side: LineageSide,
    environments: EnvironmentIds,
  ): GraphWalk {
    return new IndexWalk({
      root,
      environments: this.#maskOf(environments),
      edges: this.#sides[side],
      changed: this.#changes[side],
      neighbours: (id, most) =>
        this.neighbours(id, side, { most, environments }),
    });
  }

  #find(
    node: number,
    side: LineageSide,
    environments: EnvironmentIds,
  ): Map<number, number> {
    const found = new Map<number, number>();
    const mask = this.#maskOf(environments);
    this.#forEach(node, side, mask, (other, _environment, origin) => {
      found.set(other, (found.get(other) ?? 0) | origin);
    });
    return found;
  }

  /** As `Adjacency.forEach`, of the connections as they are now. */
  #forEach(
    node: number,
    side: LineageSide,
    environments: EnvironmentMask,
    visit: (other: number, environment: number, origin: number) => void,
  ): void {
    const changes = this.#changes[side].get(node);
    for (const { src, dst, environment_id, origin } of changes?.values() ??
      []) {
      if (origin !== 0 && environments[environment_id] === 1) {
        visit(side === 'downstream' ? dst : src, environment_id, origin);
      }
    }
    const visitUnchanged = changes
      ? (other: number, environment: number, origin: number) => {
          if (!changes.has(keyOf(other, environment))) {
            visit(other, environment, origin);
          }
        }
      : visit;
    this.#sides[side].forEach(node, environments, visitUnchanged);
  }

  #maskOf(environments: EnvironmentIds): EnvironmentMask {
    const known = this.#masks.get(environments);
    if (known) {
      return known;
    }
    const mask = maskOf(environments);
    this.#masks.set(environments, mask);
    return mask;
  }
}

function remember<T extends number | ByEnvironment>(
  kept: LRUCache<string, T>,
  key: string,
  find: () => T,
): T {
  const known = kept.get(key);
  if (known !== undefined) {
    return known;
  }
  const found = find();
  kept.set(key, found);
  return found;
}

/** The other end and the environment of a connection in one number; see `fits`. */
function keyOf(other: number, environment: number): number {
  return other * ENVIRONMENTS_OF_MARK + environment;
}

function add(
  changes: Changes,
  node: number,
  key: number,
  change: EdgeChange,
): void {
  const known = changes.get(node) ?? new Map<number, EdgeChange>();
  known.set(key, change);
  changes.set(node, known);
}

/** Rows of the table of edges, in columns. */
export class EdgeRows {
  #src = new Int32Array(1024);
  #dst = new Int32Array(1024);
  #mark = new Uint16Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add({ src, dst, environment_id, origin }: EdgeChange): void {
    if (this.#count === this.#src.length) {
      this.#grow();
    }
    this.#src[this.#count] = src;
    this.#dst[this.#count] = dst;
    this.#mark[this.#count] = markOf(environment_id, origin);
    this.#count += 1;
  }

  toIndex(options?: { manyConnections: number }): EdgeIndex {
    return new EdgeIndex(
      {
        src: this.#src.slice(0, this.#count),
        dst: this.#dst.slice(0, this.#count),
        mark: this.#mark.slice(0, this.#count),
      },
      options,
    );
  }

  #grow(): void {
    const size = this.#src.length * 2;
    const longer = <T extends Int32Array | Uint16Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#src = longer(this.#src, new Int32Array(size));
    this.#dst = longer(this.#dst, new Int32Array(size));
    this.#mark = longer(this.#mark, new Uint16Array(size));
  }
}
