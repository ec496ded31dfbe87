import {
  LineageEdge,
  LineageGraph,
  LineageNode,
  LineageOrigin,
} from '@understudy/plugin-lineage-common';
import { edgeKey } from './adjacency';

/**
 * Connections that a graph may have more for it, all in all. What several wrote and
 * several read becomes one for each pair: beyond this it stays what it is.
 */
const MOST_MORE = 200;

/**
 * Whether something lives in the memory of one run only: engines name such data
 * anew in every run, so they say nothing that what was made of them does not say.
 */
export function isTemporary({
  kind,
  entityRef,
  namespace = '',
}: Pick<LineageNode, 'kind' | 'entityRef' | 'namespace'>): boolean {
  return (
    kind === 'dataset' &&
    entityRef === undefined &&
    namespace.startsWith('inmemory:')
  );
}

/** Connections of a graph from which nodes are taken out one by one. */
class Connections {
  readonly #edges = new Map<string, LineageEdge>();
  readonly #ofEnd = new Map<string, Set<string>>();
  #room = MOST_MORE;

  constructor(edges: readonly LineageEdge[]) {
    edges.forEach(edge => this.#add(edge));
  }

  get edges(): LineageEdge[] {
    return [...this.#edges.values()];
  }

  /** False when it would become too many. */
  contract(id: string): boolean {
    const all = [...(this.#ofEnd.get(id) ?? [])].flatMap(
      key => this.#edges.get(key) ?? [],
    );
    const into = all.filter(({ source }) => source !== id);
    const out = all.filter(({ target }) => target !== id);
    const more = into.length * out.length - into.length - out.length;
    if (more > this.#room) {
      return false;
    }
    this.#room -= Math.max(0, more);
    for (const first of into) {
      for (const second of out) {
        // A job that wrote it and read it again is not its own source.
        if (first.source !== second.target) {
          this.#add(inSeries(first, second));
        }
      }
    }
    all.forEach(edge => this.#remove(edge));
    return true;
  }

  #add(edge: LineageEdge): void {
    const key = edgeKey(edge);
    const known = this.#edges.get(key);
    this.#edges.set(key, known ? besides(known, edge) : edge);
    for (const end of [edge.source, edge.target]) {
      this.#ofEnd.set(end, (this.#ofEnd.get(end) ?? new Set()).add(key));
    }
  }

  #remove(edge: LineageEdge): void {
    const key = edgeKey(edge);
    this.#edges.delete(key);
    this.#ofEnd.get(edge.source)?.delete(key);
    this.#ofEnd.get(edge.target)?.delete(key);
  }
}

/**
 * A graph without data that lived in memory only; what they connected is connected
 * directly. Those that lead on to what is not in the graph stay, as somebody may
 * want to go there, and so does what is to be kept.
 */
export function collapseTemporary(
  graph: LineageGraph,
  keep: ReadonlySet<string>,
): { graph: LineageGraph; collapsed: number } {
  // In the same order however the answer was put together: what is said of ways that
  // are declared in part depends on it, and so does which of too many stay.
  const candidates = graph.nodes
    .filter(
      node =>
        isTemporary(node) &&
        node.id !== graph.root &&
        !keep.has(node.id) &&
        node.hidden.upstream + node.hidden.downstream === 0,
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (candidates.length === 0) {
    return { graph, collapsed: 0 };
  }
  const connections = new Connections(graph.edges);
  const gone = new Set(
    candidates.flatMap(({ id }) => (connections.contract(id) ? [id] : [])),
  );
  return {
    graph: {
      ...graph,
      nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
      edges: connections.edges,
    },
    collapsed: gone.size,
  };
}

/** One connection of two that follow each other, as the backend says it of hidden kinds. */
function inSeries(first: LineageEdge, second: LineageEdge): LineageEdge {
  const { source } = first;
  const { target } = second;
  if (first.restricted || second.restricted) {
    return { source, target, origin: 'observed', restricted: true };
  }
  return {
    source,
    target,
    origin: originOfWay([first.origin, second.origin]),
    via: (first.via ?? 0) + (second.via ?? 0) + 1,
  };
}

/**
 * One connection of two that say the same; the shorter one goes on. What the way
 * through temporary data said is said by it now, so it has to be drawn.
 */
function besides(known: LineageEdge, other: LineageEdge): LineageEdge {
  const { parallel, ...shorter } =
    (other.via ?? 0) < (known.via ?? 0) ? other : known;
  return {
    ...shorter,
    ...(known.parallel && other.parallel && { parallel }),
    origin: known.origin === other.origin ? known.origin : 'both',
  };
}

/** A way is observed where all of it was, and declared where all of it is or no other holds. */
function originOfWay(parts: readonly LineageOrigin[]): LineageOrigin {
  if (parts.includes('declared')) {
    return 'declared';
  }
  return parts.includes('observed') ? 'observed' : 'both';
}
