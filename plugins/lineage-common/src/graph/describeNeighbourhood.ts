import { GraphSource, LineageSide } from './GraphSource';
import { EdgePlaces, NOT_REACHED } from './EdgePlaces';
import { VisibleLink } from './followLinks';
import { VisibleGraph } from './VisibleGraph';

/**
 * A node of a {@link Neighbourhood}.
 *
 * @public
 */
export interface NeighbourhoodNode {
  id: number;
  distance: Partial<Record<LineageSide, number>>;
  hidden: Record<LineageSide, number>;
}

/**
 * An edge of a {@link Neighbourhood}, in the direction of the data.
 *
 * @public
 */
export interface NeighbourhoodEdge {
  source: number;
  target: number;
  /** Bit 1 when it was observed, bit 2 when it was declared. */
  origin: number;
  /** How many nodes that are not shown the shortest way leads through. */
  via: number;
  restricted: boolean;
}

/**
 * What a walk found: the nodes nearest first, and everything that connects them.
 *
 * @public
 */
export interface Neighbourhood {
  nodes: NeighbourhoodNode[];
  edges: NeighbourhoodEdge[];
  truncated: boolean;
  complete: boolean;
}

const sides: LineageSide[] = ['upstream', 'downstream'];

/** Connects the chosen nodes and counts what is left out around each. */
export async function describeNeighbourhood(
  source: GraphSource,
  graph: VisibleGraph,
  query: {
    depth: Record<LineageSide, number>;
    /** Nearest first: the first one is what is walked from. */
    chosen: number[];
    /** Others whose edges with the chosen ones are described too. */
    known: number[];
    mostEdges: number;
  },
): Promise<Neighbourhood> {
  const { depth, chosen } = query;
  const all = connect(graph, query, await readKnown(graph, query));
  const within = keepNearest(all, {
    ranked: [...chosen, ...query.known],
    mostEdges: query.mostEdges,
  });
  const found = new EdgePlaces(chosen, all);
  const inAnswer = within === all ? found : new EdgePlaces(chosen, within);
  const counts = {
    upstream: found.count('upstream'),
    downstream: found.count('downstream'),
  };
  const distances = {
    upstream: inAnswer.distances('upstream', depth.upstream),
    downstream: inAnswer.distances('downstream', depth.downstream),
  };
  const exact = await countFans(source, graph, chosen);
  const nodes = chosen.map((id, place) => {
    const distance: NeighbourhoodNode['distance'] = {};
    const hidden = { upstream: 0, downstream: 0 };
    for (const side of sides) {
      const hops = distances[side][place];
      if (hops !== NOT_REACHED) {
        distance[side] = hops;
      }
      const total = exact[side].get(id) ?? graph.degree(id, side);
      hidden[side] = Math.max(0, total - counts[side][place]);
    }
    return { id, distance, hidden };
  });
  return {
    nodes,
    edges: within,
    truncated: within.length < all.length,
    complete: !all.some(edge => edge.restricted),
  };
}

/** Needed only where a chosen node has more neighbours than were read of it. */
async function readKnown(
  graph: VisibleGraph,
  { chosen, known }: { chosen: number[]; known: number[] },
): Promise<number[]> {
  const isWide = chosen.some(id => sides.some(side => graph.hasMore(id, side)));
  return isWide ? await graph.loadShown(known) : [];
}

/** Everything between chosen nodes, and between those and known ones. */
function connect(
  graph: VisibleGraph,
  { chosen, known }: { chosen: number[]; known: number[] },
  readable: number[],
): NeighbourhoodEdge[] {
  const members = new Set(chosen);
  const knownIds = new Set(known);
  const readIds = new Set(readable);
  const isAsked = (id: number) => members.has(id) || knownIds.has(id);
  const isRead = (id: number) => members.has(id) || readIds.has(id);
  const edges: NeighbourhoodEdge[] = [];
  const add = (
    source: number,
    target: number,
    { origin, via, restricted }: VisibleLink,
  ) => {
    if (members.has(source) || members.has(target)) {
      edges.push({ source, target, origin, via, restricted });
    }
  };
  for (const id of [...chosen, ...readable]) {
    graph.eachLink(id, 'downstream', (other, link) => {
      if (isAsked(other)) {
        add(id, other, link);
      }
    });
    // A fan that was not read as a whole is known from its other ends.
    graph.eachLink(id, 'upstream', (other, link) => {
      if (isAsked(other)) {
        const isKnown = isRead(other) && graph.leadsTo(other, 'downstream', id);
        if (!isKnown) {
          add(other, id, link);
        }
      }
    });
  }
  return edges;
}

/** Of too many edges, those between the nodes that were chosen first. */
function keepNearest(
  edges: NeighbourhoodEdge[],
  query: { ranked: number[]; mostEdges: number },
): NeighbourhoodEdge[] {
  if (edges.length <= query.mostEdges) {
    return edges;
  }
  const rank = new Map(query.ranked.map((id, index) => [id, index]));
  const rankOf = (id: number) => rank.get(id) ?? 0;
  const later = ({ source, target }: NeighbourhoodEdge) =>
    Math.max(rankOf(source), rankOf(target));
  const earlier = ({ source, target }: NeighbourhoodEdge) =>
    Math.min(rankOf(source), rankOf(target));
  const sorted = [...edges].sort(
    (a, b) =>
      later(a) - later(b) ||
      earlier(a) - earlier(b) ||
      a.source - b.source ||
      a.target - b.target,
  );
  // Of every node one edge towards the root is kept, whatever else is not.
  const anchored = new Set<number>();
  const anchors = new Set<NeighbourhoodEdge>();
  for (const edge of sorted) {
    if (!anchored.has(later(edge))) {
      anchored.add(later(edge));
      anchors.add(edge);
    }
  }
  const rest = sorted.filter(edge => !anchors.has(edge));
  return [...anchors, ...rest].slice(0, query.mostEdges);
}

/** Counts fans that were not read as a whole, where every node is shown. */
async function countFans(
  source: GraphSource,
  graph: VisibleGraph,
  chosen: number[],
): Promise<Record<LineageSide, Map<number, number>>> {
  const wide = (side: LineageSide) =>
    chosen.filter(id => graph.hasMore(id, side));
  const nodes = { upstream: wide('upstream'), downstream: wide('downstream') };
  if (
    source.visibility ||
    nodes.upstream.length + nodes.downstream.length === 0
  ) {
    return { upstream: new Map(), downstream: new Map() };
  }
  return await source.count(nodes);
}
