import {
  GraphNeighbours,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { ForwardingStore } from '../graph/ForwardingStore';
import { EnvironmentIds, GraphStore } from '../graph/GraphStore';
import { EdgeIndex } from './EdgeIndex';

const sides: LineageSide[] = ['upstream', 'downstream'];

/** The graph in the database, with neighbours from memory where it is held there. */
export class AcceleratedStore extends ForwardingStore {
  readonly #memory: { current(): Promise<EdgeIndex | undefined> };

  constructor(options: {
    memory: { current(): Promise<EdgeIndex | undefined> };
    store: GraphStore;
  }) {
    super(options.store);
    this.#memory = options.memory;
  }

  /** Whether memory is up to date is asked once, not at every step of a walk. */
  override async forOneAnswer(): Promise<GraphStore> {
    const index = await this.#memory.current();
    return index
      ? new AcceleratedStore({
          memory: { current: async () => index },
          store: this.store,
        })
      : this.store;
  }

  override async neighbours(
    nodes: NodesBySide,
    options: { most: number; environments: EnvironmentIds },
  ) {
    const index = await this.#memory.current();
    if (!index) {
      return await super.neighbours(nodes, options);
    }
    const of = (side: LineageSide) => {
      const found = new Map<number, GraphNeighbours>();
      for (const id of nodes[side]) {
        const neighbours = index.neighbours(id, side, options);
        if (neighbours) {
          found.set(id, neighbours);
        }
      }
      return found;
    };
    return { upstream: of('upstream'), downstream: of('downstream') };
  }

  override async count(nodes: NodesBySide, environments: EnvironmentIds) {
    const index = await this.#memory.current();
    if (!index) {
      return await super.count(nodes, environments);
    }
    const counts = {
      upstream: new Map<number, number>(),
      downstream: new Map<number, number>(),
    };
    for (const side of sides) {
      for (const id of nodes[side]) {
        counts[side].set(id, index.count(id, side, environments));
      }
    }
    return counts;
  }

  async degrees(
    ids: readonly number[],
    options: { most: number; environments: EnvironmentIds },
  ) {
    const index = await this.#memory.current();
    return (
      index &&
      ids.map(
        id =>
          index.degree(id, 'upstream', options) +
          index.degree(id, 'downstream', options),
      )
    );
  }

  override async readByEnvironment(ids: readonly number[], most: number) {
    const index = await this.#memory.current();
    if (!index) {
      return await super.readByEnvironment(ids, most);
    }
    const found = sides.flatMap(side =>
      Array.from(index.byEnvironment(ids, side, most), ([id, neighbours]) => ({
        id,
        side,
        neighbours,
      })),
    );
    const names = await this.readEnvironmentNames(found.map(({ id }) => id));
    return found.flatMap(({ id, ...connected }) => {
      const environment = names.get(id);
      return environment === undefined ? [] : [{ environment, ...connected }];
    });
  }

  async walkFrom(
    root: number,
    side: LineageSide,
    environments: EnvironmentIds,
  ) {
    const index = await this.#memory.current();
    return index?.walkFrom(root, side, environments);
  }
}
