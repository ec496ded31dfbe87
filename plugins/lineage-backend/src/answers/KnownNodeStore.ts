import { LineageNodeSummary } from '@understudy/plugin-lineage-common';
import { ForwardingStore } from '../graph/ForwardingStore';
import { EnvironmentIds, GraphStore } from '../graph/GraphStore';
import { isStepId } from '../graph/nodeIds';
import { GraphVersion } from './GraphVersion';
import { ValuesOfVersion } from './ValuesOfVersion';

/** Most take some 500 characters as JSON; names and descriptions can be long. */
const MOST_NODES = 20_000;
const MOST_CHARACTERS = 16_000_000;
const MOST_CONNECTIONS = 50_000;

/**
 * Keeps what is shown of nodes and connections as long as nothing is done to the
 * graph: it is the same for all who may see them, whatever else they may see. What
 * is next to what is read each time, as what a caller may see goes by it, and so are
 * steps: they are what their job is shown as, and whether they may be seen is that of now.
 */
export class KnownNodeStore extends ForwardingStore {
  readonly #version: GraphVersion;
  readonly #nodes: ValuesOfVersion<number, LineageNodeSummary>;
  readonly #lastSeen: ValuesOfVersion<string, string>;

  constructor(options: {
    store: GraphStore;
    version: GraphVersion;
    now?: () => number;
  }) {
    super(options.store);
    const { now } = options;
    this.#version = options.version;
    this.#nodes = new ValuesOfVersion({
      most: MOST_NODES,
      size: { most: MOST_CHARACTERS, of: node => JSON.stringify(node).length },
      isKept: ({ id }) => !isStepId(id),
      now,
    });
    this.#lastSeen = new ValuesOfVersion({ most: MOST_CONNECTIONS, now });
  }

  override async readNodes(ids: readonly number[]) {
    const found = await this.#nodes.get(ids, {
      version: await this.#version.current(),
      read: async places => {
        const unknown = places.map(place => ids[place]);
        const nodes = await super.readNodes(unknown);
        return unknown.map(id => nodes.get(id));
      },
    });
    const nodes = new Map<number, LineageNodeSummary>();
    ids.forEach((id, place) => {
      const node = found[place];
      if (node) {
        nodes.set(id, node);
      }
    });
    return nodes;
  }

  override async readLastSeen(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ) {
    const among = environments.join();
    const keys = edges.map(
      ({ source, target }) => `${source} ${target} ${among}`,
    );
    return await this.#lastSeen.get(keys, {
      version: await this.#version.current(),
      read: async places =>
        await super.readLastSeen(
          places.map(place => edges[place]),
          environments,
        ),
    });
  }
}
