import { InputError, NotFoundError } from '@backstage/errors';
import {
  GraphNeighbours,
  GraphSource,
  LineageNodeSummary,
  LineageSide,
  NodesBySide,
  NodeVisibility,
} from '@understudy/plugin-lineage-common';
import { kindWord } from '../graph/model/kindWord';
import { EVERY_ENVIRONMENT, observedIn, World, WorldEdge } from './World';

const OBSERVED = 1;
const DECLARED = 2;

/** A {@link World} in the numbers in which graphs are walked. */
export class WorldSource {
  readonly #world: World;
  readonly #root: string;
  readonly #kinds: readonly string[] | undefined;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #lists: Record<LineageSide, Map<number, Map<number, number>>> = {
    upstream: new Map(),
    downstream: new Map(),
  };

  constructor(
    world: World,
    root: string,
    options: { environment: string; kinds?: readonly string[] },
  ) {
    this.#world = world;
    this.#root = root;
    this.#kinds = options.kinds;
    this.#indexes = new Map(world.nodes.map(({ id }, index) => [id, index]));
    for (const edge of world.edges) {
      const { source, target } = edge;
      const [from, to] = [this.indexOf(source), this.indexOf(target)];
      if (from === undefined || to === undefined) {
        throw new Error(`An end of ${source} -> ${target} is no node`);
      }
      const origin = originIn(edge, options.environment);
      if (origin > 0) {
        this.#add('downstream', from, to, origin);
        this.#add('upstream', to, from, origin);
      }
    }
  }

  indexOf(id: string): number | undefined {
    return this.#indexes.get(id);
  }

  /** As the backend: what may not be seen is as if it were not there. */
  requireIndex(id: string): number {
    if (id === '') {
      throw new InputError("root: '' is not the id of a node");
    }
    const index = this.indexOf(id);
    if (index === undefined || this.#world.restricted?.includes(id)) {
      throw new NotFoundError(`No lineage is known of '${id}'`);
    }
    return index;
  }

  nodeOf(index: number): LineageNodeSummary {
    return this.#world.nodes[index];
  }

  asGraphSource(): GraphSource {
    return {
      neighbours: async (nodes, most) => ({
        upstream: this.#read('upstream', nodes, most),
        downstream: this.#read('downstream', nodes, most),
      }),
      count: async nodes => ({
        upstream: this.#count('upstream', nodes),
        downstream: this.#count('downstream', nodes),
      }),
      ...((this.#kinds || this.#world.restricted) && {
        visibility: async (ids: readonly number[]) =>
          new Map(ids.map(id => [id, this.#visibility(id)])),
      }),
    };
  }

  #visibility(index: number): NodeVisibility {
    const node = this.nodeOf(index);
    if (this.#world.restricted?.includes(node.id)) {
      return 'restricted';
    }
    const isShown =
      node.id === this.#root ||
      this.#kinds === undefined ||
      this.#kinds.includes(kindWord(node));
    return isShown ? 'shown' : 'hidden';
  }

  #read(
    side: LineageSide,
    nodes: NodesBySide,
    most: number,
  ): Map<number, GraphNeighbours> {
    return new Map(
      nodes[side].map(id => {
        const all = [...(this.#lists[side].get(id) ?? [])]
          .map(([other, origin]) => ({ id: other, origin }))
          .sort((a, b) => a.id - b.id);
        return [id, { list: all.slice(0, most), more: all.length > most }];
      }),
    );
  }

  #count(side: LineageSide, nodes: NodesBySide): Map<number, number> {
    return new Map(
      nodes[side].map(id => [id, this.#lists[side].get(id)?.size ?? 0]),
    );
  }

  #add(side: LineageSide, from: number, to: number, origin: number): void {
    const list = this.#lists[side].get(from) ?? new Map<number, number>();
    list.set(to, (list.get(to) ?? 0) | origin);
    this.#lists[side].set(from, list);
  }
}

/** What is declared is declared everywhere; what was observed, in one environment. */
function originIn(edge: WorldEdge, environment: string): number {
  const seen = observedIn(edge);
  const isObserved =
    seen !== undefined &&
    (environment === EVERY_ENVIRONMENT || environment === seen);
  return (
    (isObserved ? OBSERVED : 0) | (edge.origin === 'observed' ? 0 : DECLARED)
  );
}
