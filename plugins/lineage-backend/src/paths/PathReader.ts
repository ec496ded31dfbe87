import {
  findPaths,
  FoundPaths,
  LineageEdge,
  LineagePath,
  mergeIntoRoot,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { createGraphSource } from '../graph/createGraphSource';
import { GraphStore, RootNode } from '../graph/GraphStore';
import { AskedNode } from '../graph/nodeIds';
import { requireRoot } from '../graph/requireRoot';
import { originOf } from '../graph/originOf';
import { toApiTime } from '../graph/times';

/** Between which nodes to look for paths. */
export interface PathQuery {
  from: AskedNode;
  to: AskedNode;
  environment?: string;
  /** What was current at this time, as event times are stored; now when missing. */
  asOf?: string;
  /** Nodes of the answer. */
  limit: number;
}

/** Finds how two nodes are connected. */
export class PathReader {
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

  /** Throws NotFoundError for a node that is unknown or may not be seen. */
  async find(
    query: PathQuery,
    { view }: { view: LineageView },
  ): Promise<LineagePath> {
    const { environment = this.#defaultEnvironment, asOf, limit } = query;
    const store = await (
      asOf === undefined ? this.#store : this.#storeAt(asOf)
    ).forOneAnswer();
    const [from, to, environments] = await Promise.all([
      requireRoot(store, query.from, view),
      requireRoot(store, query.to, view),
      store.findEnvironments(environment),
    ]);
    const search = async (start: RootNode, end: RootNode) =>
      await findPaths(
        mergeIntoRoot(
          createGraphSource(store, { root: start, environments, view }),
          end.id,
          end.steps,
        ),
        { from: start.id, to: end.id, limit },
      );
    const along = await search(from, to);
    const against = along.nodes.length > 0 ? undefined : await search(to, from);
    const found = against && against.nodes.length > 0 ? against : along;
    const names = await store.readNames([from.id, to.id]);
    return {
      from: names.get(from.id)?.id ?? '',
      to: names.get(to.id)?.id ?? '',
      environment,
      ...(asOf !== undefined && { asOf: toApiTime(asOf) }),
      direction: found === against ? 'upstream' : 'downstream',
      ...(await describe(store, found)),
      truncated: along.truncated || Boolean(against?.truncated),
      complete: along.complete && (against?.complete ?? true),
    };
  }
}

/** Puts names to what was found. */
async function describe(
  store: GraphStore,
  found: FoundPaths,
): Promise<Pick<LineagePath, 'nodes' | 'edges'>> {
  const nodes = await store.readNodes(found.nodes.map(({ id }) => id));
  const idOf = (id: number) => nodes.get(id)?.id;
  const edges = found.edges.flatMap((edge): LineageEdge[] => {
    const [source, target] = [idOf(edge.source), idOf(edge.target)];
    return source === undefined || target === undefined
      ? []
      : [
          {
            source,
            target,
            origin: originOf(edge.origin),
            ...(edge.via > 0 && { via: edge.via }),
            ...(edge.restricted && { restricted: true as const }),
          },
        ];
  });
  const textOf = ({ source, target }: LineageEdge) => `${source}\n${target}`;
  return {
    nodes: found.nodes
      .flatMap(({ id, distance }) => {
        const node = nodes.get(id);
        return node ? [{ ...node, distance }] : [];
      })
      .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1)),
    edges: edges.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)),
  };
}
