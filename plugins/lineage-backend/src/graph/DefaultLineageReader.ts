import {
  formatLineageNodeId,
  LineageEdge,
  LineageGraph,
  LineageNode,
  LineageNodeName,
  LineageNodeSummary,
  LineageOrigin,
  Neighbourhood,
  NeighbourhoodEdge,
  reach,
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { describeImpactItems, toImpactItems } from '../impact/impactItems';
import { createGraphSource } from './createGraphSource';
import { GraphStore, RootNode } from './GraphStore';
import {
  FoundImpact,
  GraphQuery,
  ImpactQuery,
  LineageReader,
} from './LineageReader';
import { requireRoot } from './requireRoot';
import { toApiTime } from './times';

type WithView = { view: LineageView };

const origins: LineageOrigin[] = ['observed', 'observed', 'declared', 'both'];

/** Walks the stored graph and puts names to what was found. */
export class DefaultLineageReader implements LineageReader<WithView> {
  readonly #store: GraphStore;

  constructor(options: { store: GraphStore }) {
    this.#store = options.store;
  }

  async getGraph(query: GraphQuery, { view }: WithView): Promise<LineageGraph> {
    const root = await requireRoot(this.#store, query.root, view);
    const found = await walkNeighbourhood(
      createGraphSource(this.#store, { root, view, kinds: query.kinds }),
      { root: root.id, depth: query.depth, limit: query.limit },
    );
    const [nodes, lastSeen] = await Promise.all([
      this.#store.readNodes(found.nodes.map(({ id }) => id)),
      this.#readLastSeen(found.edges, root),
    ]);
    return toLineageGraph(found, { root: root.id, nodes, lastSeen });
  }

  async findImpact(
    query: ImpactQuery,
    { view }: WithView,
  ): Promise<FoundImpact> {
    const { direction } = query;
    const root = await requireRoot(this.#store, query.root, view);
    const found = await reach(
      createGraphSource(this.#store, { root, view, kinds: query.kinds }),
      { root: root.id, side: direction },
    );
    const [rootId, items] = await Promise.all([
      this.#idOf(root, query.root),
      toImpactItems(this.#store, found.nodes),
    ]);
    return {
      root: rootId,
      direction,
      truncated: found.truncated,
      complete: found.complete,
      items,
      describeItems: some => describeImpactItems(some, view),
    };
  }

  async #idOf(root: RootNode, asked: LineageNodeName): Promise<string> {
    const names = await this.#store.readNames([root.id]);
    return names.get(root.id)?.id ?? formatLineageNodeId(asked);
  }

  /** Nothing is kept of ways through other nodes, nor of the parts of a job as a whole. */
  async #readLastSeen(
    edges: readonly NeighbourhoodEdge[],
    root: RootNode,
  ): Promise<Map<NeighbourhoodEdge, string>> {
    const merged = (id: number) => id === root.id && root.steps.length > 0;
    const asked = edges.filter(
      ({ via, restricted, source, target }) =>
        !via && !restricted && !merged(source) && !merged(target),
    );
    const times = await this.#store.readLastSeen(asked);
    const lastSeen = new Map<NeighbourhoodEdge, string>();
    times.forEach((at, index) => {
      if (at !== undefined) {
        lastSeen.set(asked[index], toApiTime(at));
      }
    });
    return lastSeen;
  }
}

function toLineageGraph(
  found: Neighbourhood,
  known: {
    root: number;
    nodes: Map<number, LineageNodeSummary>;
    lastSeen: Map<NeighbourhoodEdge, string>;
  },
): LineageGraph {
  const idOf = (id: number) => known.nodes.get(id)?.id;
  const nodes: LineageNode[] = found.nodes.flatMap(
    ({ id, distance, hidden }) => {
      const node = known.nodes.get(id);
      return node ? [{ ...node, distance, hidden }] : [];
    },
  );
  const edges: LineageEdge[] = found.edges.flatMap(edge => {
    const [source, target] = [idOf(edge.source), idOf(edge.target)];
    const lastSeen = known.lastSeen.get(edge);
    return source === undefined || target === undefined
      ? []
      : [
          {
            source,
            target,
            origin: origins[edge.origin],
            ...(edge.via > 0 && { via: edge.via }),
            ...(edge.restricted && { restricted: true as const }),
            ...(lastSeen && { lastSeen }),
          },
        ];
  });
  return {
    root: idOf(known.root) ?? '',
    // Ids of rows depend on the order of arrival; what is answered does not.
    nodes: nodes.sort(
      (a, b) => nearest(a) - nearest(b) || (a.id < b.id ? -1 : 1),
    ),
    edges: edges.sort((a, b) =>
      a.source === b.source
        ? compare(a.target, b.target)
        : compare(a.source, b.source),
    ),
    truncated: found.truncated,
    complete: found.complete,
  };
}

function nearest({ distance }: LineageNode): number {
  return Math.min(
    distance.upstream ?? Number.MAX_SAFE_INTEGER,
    distance.downstream ?? Number.MAX_SAFE_INTEGER,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
