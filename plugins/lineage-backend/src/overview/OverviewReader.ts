import {
  LineageOverview,
  LineageSide,
  Neighbourhood,
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { createGraphSource, ofKinds } from '../graph/createGraphSource';
import { GraphStore, NamedNode } from '../graph/GraphStore';
import { AskedNode } from '../graph/nodeIds';
import { requireRoot } from '../graph/requireRoot';
import { toApiTime } from '../graph/times';
import { originOf } from '../graph/originOf';

/** How much of what is around a node to read. */
export interface OverviewQuery {
  root: AskedNode;
  sides: readonly LineageSide[];
  environment?: string;
  /** Event time, as it is stored: what was current then. Now when missing. */
  asOf?: string;
  kinds?: ReadonlySet<string>;
  /** Nodes of the answer. */
  limit: number;
}

/** Further away than anything. */
const ALL_HOPS = 10_000;
/** More than in a graph that is drawn thing by thing. */
const bounds = {
  edges: 50_000,
  contracted: 20_000,
  rounds: 5000,
  ranked: 20_000,
};

/** Reads everything around a node, with little about each thing. */
export class OverviewReader {
  readonly #defaultEnvironment: string;
  readonly #store: GraphStore;
  readonly #storeAt: (asOf: string) => GraphStore;

  constructor(options: {
    defaultEnvironment: string;
    store: GraphStore;
    /** The graph as it was at a time. */
    storeAt: (asOf: string) => GraphStore;
  }) {
    this.#defaultEnvironment = options.defaultEnvironment;
    this.#store = options.store;
    this.#storeAt = options.storeAt;
  }

  /** Throws NotFoundError for a root that is unknown or may not be seen. */
  async get(
    query: OverviewQuery,
    { view }: { view: LineageView },
  ): Promise<LineageOverview> {
    const {
      environment = this.#defaultEnvironment,
      kinds,
      sides,
      limit,
    } = query;
    const store = await (
      query.asOf === undefined ? this.#store : this.#storeAt(query.asOf)
    ).forOneAnswer();
    const [root, environments] = await Promise.all([
      requireRoot(store, query.root, view),
      store.findEnvironments(environment),
    ]);
    const depthOf = (side: LineageSide) =>
      sides.includes(side) ? ALL_HOPS : 0;
    const found = await walkNeighbourhood(
      createGraphSource(store, {
        root,
        environments,
        view,
        ...(kinds && { isShown: ofKinds(kinds) }),
      }),
      {
        root: root.id,
        depth: {
          upstream: depthOf('upstream'),
          downstream: depthOf('downstream'),
        },
        limit,
        bounds,
      },
    );
    const names = await store.readNames(found.nodes.map(({ id }) => id));
    return {
      root: names.get(root.id)?.id ?? '',
      environment,
      ...(query.asOf !== undefined && { asOf: toApiTime(query.asOf) }),
      ...toMap(found, names),
      truncated: found.truncated,
      complete: found.complete,
    };
  }
}

function toMap(
  found: Neighbourhood,
  names: ReadonlyMap<number, NamedNode>,
): Pick<LineageOverview, 'nodes' | 'edges'> {
  const known = found.nodes
    .flatMap(({ id, distance }) => {
      const name = names.get(id);
      return name ? [{ row: id, node: { ...name, distance } }] : [];
    })
    .sort(
      (a, b) =>
        nearest(a.node.distance) - nearest(b.node.distance) ||
        (a.node.id < b.node.id ? -1 : Number(a.node.id > b.node.id)),
    );
  const places = new Map(known.map(({ row }, place) => [row, place]));
  const edges = found.edges.flatMap(
    ({ source, target, origin, restricted }): LineageOverview['edges'] => {
      const [from, to] = [places.get(source), places.get(target)];
      return from === undefined || to === undefined
        ? []
        : [
            {
              from,
              to,
              origin: originOf(origin),
              ...(restricted && { restricted: true as const }),
            },
          ];
    },
  );
  return {
    nodes: known.map(({ node }) => node),
    edges: edges.sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

function nearest({
  upstream,
  downstream,
}: LineageOverview['nodes'][number]['distance']) {
  return Math.min(
    upstream ?? Number.MAX_SAFE_INTEGER,
    downstream ?? Number.MAX_SAFE_INTEGER,
  );
}
