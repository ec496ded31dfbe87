import { LoggerService } from '@backstage/backend-plugin-api';
import { NodeIds, reach } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { AcceleratedStore } from '../../../../plugins/lineage-backend/src/accelerator/AcceleratedStore';
import { GraphMemory } from '../../../../plugins/lineage-backend/src/accelerator/GraphMemory';
import { createGraphSource } from '../../../../plugins/lineage-backend/src/graph/createGraphSource';
import { DatabaseGraphStore } from '../../../../plugins/lineage-backend/src/graph/DatabaseGraphStore';
import { wholeView } from '../wholeView';

const MAX_BYTES = 2 ** 32;
/** Much more than a portal walks, so that nothing is left out. */
const BOUNDS = { nodes: 2 ** 26, rounds: 100_000 };

/** Whatever goes wrong here makes the benchmark fail. */
const logger: LoggerService = {
  error: fail,
  warn: fail,
  info: () => {},
  debug: () => {},
  child: () => logger,
};

function fail(message: string): never {
  throw new Error(message);
}

/** The graph as the backend holds it in memory, and walks through it. */
export class MemoryGraph {
  readonly #memory: GraphMemory;
  readonly #store: AcceleratedStore;

  /** Reads what is in the database. */
  static async read(knex: Knex): Promise<MemoryGraph> {
    const memory = new GraphMemory({ knex, logger, maxBytes: MAX_BYTES });
    await memory.start();
    return new MemoryGraph(knex, memory);
  }

  private constructor(knex: Knex, memory: GraphMemory) {
    this.#memory = memory;
    this.#store = new AcceleratedStore({
      memory,
      store: new DatabaseGraphStore({ knex }),
    });
  }

  async bytes(): Promise<number> {
    const index = await this.#memory.current();
    if (!index) {
      throw new Error('The graph is not in memory');
    }
    return index.bytes;
  }

  /** Everything that is reached from a node, without itself, by distance. */
  async reach(root: number): Promise<NodeIds[]> {
    const source = createGraphSource(this.#store, {
      root: { id: root, steps: [] },
      environments: await this.#store.findEnvironments('production'),
      view: wholeView,
    });
    const { levels, truncated } = await reach(source, {
      root,
      side: 'downstream',
      bounds: BOUNDS,
    });
    if (truncated) {
      throw new Error(`The walk gave up after ${levels.length} levels`);
    }
    return levels;
  }

  async close(): Promise<void> {
    await this.#memory.stop();
  }
}
