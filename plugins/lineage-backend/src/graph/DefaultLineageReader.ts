import {
  formatLineageNodeId,
  LineageGraph,
  LineageNodeName,
  LineageNodeSummary,
  Neighbourhood,
  NeighbourhoodEdge,
  reach,
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { describeImpact } from '../impact/describeImpact';
import { countEnvironments, readEnvironments } from './countEnvironments';
import { createGraphSource, ofKinds } from './createGraphSource';
import { EnvironmentIds, GraphStore, RootNode } from './GraphStore';
import {
  FoundImpact,
  GraphQuery,
  ImpactQuery,
  LineageReader,
} from './LineageReader';
import { isObserved } from './originOf';
import { lookAhead } from './lookAhead';
import { findRoot, requireRoot, requireVisible } from './requireRoot';
import { toApiTime } from './times';
import { toLineageGraph } from './toLineageGraph';

type WithView = { view: LineageView };

/** Walks the stored graph and puts names to what was found. */
export class DefaultLineageReader implements LineageReader<WithView> {
  readonly #defaultEnvironment: string;
  readonly #store: GraphStore;
  readonly #storeAt: (asOf: string) => GraphStore;

  constructor(options: {
    /** Read when none is asked for. */
    defaultEnvironment: string;
    store: GraphStore;
    /** The graph as it was at a time. */
    storeAt: (asOf: string) => GraphStore;
  }) {
    this.#defaultEnvironment = options.defaultEnvironment;
    this.#store = options.store;
    this.#storeAt = options.storeAt;
  }

  async getGraph(query: GraphQuery, { view }: WithView): Promise<LineageGraph> {
    const asked = this.#storeOf(query);
    const environment = query.environment ?? this.#defaultEnvironment;
    const [store, root, environments, include] = await Promise.all([
      asked.forOneAnswer(),
      findRoot(asked, query.root),
      asked.findEnvironments(environment),
      query.include?.length ? asked.findShown(query.include) : [],
    ]);
    const walk = this.#walk(store, query, {
      root,
      environments,
      include,
      view,
    });
    const [found, { nodes, lastSeen, versions }, counted] = await Promise.all([
      walk,
      walk.then(all => this.#describe(store, all, { root, environments })),
      // What a caller may see of it is known after the walk.
      Promise.all([readEnvironments(store, root), walk]).then(([connected]) =>
        countEnvironments(connected, { store, view }),
      ),
    ]);
    return toLineageGraph(found, {
      root: root.id,
      environment: {
        environment,
        environments: counted,
        defaultEnvironment: this.#defaultEnvironment,
        ...(query.asOf && { asOf: toApiTime(query.asOf) }),
      },
      nodes,
      lastSeen,
      versions,
    });
  }

  async findImpact(
    query: ImpactQuery,
    { view }: WithView,
  ): Promise<FoundImpact> {
    const { direction, environment = this.#defaultEnvironment } = query;
    const asked = this.#storeOf(query);
    const [store, root, environments] = await Promise.all([
      asked.forOneAnswer(),
      requireRoot(asked, query.root, view),
      asked.findEnvironments(environment),
    ]);
    const found = await reach(
      this.#sourceOf(store, query, { root, environments, view }),
      {
        root: root.id,
        side: direction,
        ...(query.most !== undefined && { bounds: { nodes: query.most } }),
      },
    );
    return {
      root: await this.#idOf(root, query.root),
      direction,
      environment,
      ...(query.asOf && { asOf: toApiTime(query.asOf) }),
      truncated: found.truncated,
      complete: found.complete,
      pages: (pageSize, firstPageSize = pageSize) =>
        describeImpact(found, { store, view, pageSize, firstPageSize }),
    };
  }

  /** Throws NotFoundError when the caller may not see the root. */
  async #walk(
    store: GraphStore,
    query: GraphQuery,
    options: {
      root: RootNode;
      environments: EnvironmentIds;
      include: readonly number[];
      view: LineageView;
    },
  ): Promise<Neighbourhood> {
    const { root, include, view } = options;
    const { depth, limit } = query;
    const around = { root: root.id, depth };
    let source = this.#sourceOf(store, query, options);
    if (!view.everything) {
      source = await lookAhead(source, { ...around, store });
      await requireVisible(store, { root, asked: query.root, view });
    }
    return await walkNeighbourhood(source, { ...around, limit, include });
  }

  /** Reads what is shown of what a walk found. */
  async #describe(
    store: GraphStore,
    found: Neighbourhood,
    options: { root: RootNode; environments: EnvironmentIds },
  ) {
    const { root, environments } = options;
    const ids = new Set(found.nodes.map(({ id }) => id));
    for (const edge of found.edges) {
      ids.add(edge.source).add(edge.target);
    }
    const [nodes, lastSeen] = await Promise.all([
      store.readNodes([...ids]),
      this.#readLastSeen(store, found.edges, root, environments),
    ]);
    const versions = await readVersions(store, environments, {
      nodes,
      edges: [...lastSeen.keys()],
    });
    return { nodes, lastSeen, versions };
  }

  #storeOf({ asOf }: { asOf?: string }): GraphStore {
    return asOf === undefined ? this.#store : this.#storeAt(asOf);
  }

  #sourceOf(
    store: GraphStore,
    { kinds }: { kinds?: ReadonlySet<string> },
    options: {
      root: RootNode;
      environments: EnvironmentIds;
      view: LineageView;
    },
  ) {
    return createGraphSource(store, {
      ...options,
      ...(kinds && { isShown: ofKinds(kinds) }),
    });
  }

  async #idOf(root: RootNode, asked: LineageNodeName): Promise<string> {
    const names = await this.#store.readNames([root.id]);
    return names.get(root.id)?.id ?? formatLineageNodeId(asked);
  }

  /**
   * Nothing is kept of what is only declared, of ways through other nodes, nor of
   * the parts of a job as a whole.
   */
  async #readLastSeen(
    store: GraphStore,
    edges: readonly NeighbourhoodEdge[],
    root: RootNode,
    environments: EnvironmentIds,
  ): Promise<Map<NeighbourhoodEdge, string>> {
    const merged = (id: number) => id === root.id && root.steps.length > 0;
    const asked = edges.filter(
      ({ origin, via, restricted, source, target }) =>
        isObserved(origin) &&
        !via &&
        !restricted &&
        !merged(source) &&
        !merged(target),
    );
    const times = await store.readLastSeen(asked, environments);
    const lastSeen = new Map<NeighbourhoodEdge, string>();
    times.forEach((at, index) => {
      if (at !== undefined) {
        lastSeen.set(asked[index], toApiTime(at));
      }
    });
    return lastSeen;
  }
}

/** Looked for where an end has a version at all: few things have one. */
async function readVersions(
  store: GraphStore,
  environments: EnvironmentIds,
  known: {
    nodes: ReadonlyMap<number, LineageNodeSummary>;
    edges: readonly NeighbourhoodEdge[];
  },
): Promise<Map<NeighbourhoodEdge, string>> {
  const hasVersion = (id: number) => known.nodes.get(id)?.version !== undefined;
  const asked = known.edges.filter(
    ({ source, target }) => hasVersion(source) || hasVersion(target),
  );
  const found = await store.readVersions(asked, environments);
  return new Map(
    asked.flatMap((edge, place) => {
      const version = found[place];
      return version === undefined ? [] : [[edge, version] as const];
    }),
  );
}
