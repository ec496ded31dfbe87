import { GraphSource, LineageSide } from './GraphSource';
import { describeNeighbourhood, Neighbourhood } from './describeNeighbourhood';
import { ReadBounds, VisibleGraph } from './VisibleGraph';

/**
 * How much a walk may read and answer before it stops and says so.
 *
 * @public
 */
export interface WalkBounds {
  /** Neighbours that are read of one node and side. */
  fan: number;
  /** Neighbours that are read at once. */
  rows: number;
  /** Nodes that are walked through without being shown. */
  contracted: number;
  /** Questions to the source. */
  rounds: number;
  /** Nodes of one distance that are compared when not all of them fit. */
  ranked: number;
  /** Edges of the answer. */
  edges: number;
}

const defaultBounds: WalkBounds = {
  fan: 1000,
  rows: 100_000,
  contracted: 5000,
  rounds: 500,
  ranked: 2000,
  edges: 10_000,
};

/**
 * What to walk. A depth of 0 leaves that side out.
 *
 * @public
 */
export interface NeighbourhoodQuery {
  root: number;
  depth: Record<LineageSide, number>;
  /** Nodes of the answer, the root among them. */
  limit: number;
  /**
   * Nodes that are known already: edges between them and what is found are part
   * of the answer, they themselves are not unless they are found.
   */
  include?: readonly number[];
  bounds?: Partial<WalkBounds>;
}

const sides: LineageSide[] = ['upstream', 'downstream'];

/**
 * Walks from a node to its neighbours, their neighbours and so on, level by
 * level on both sides at once. Only nodes that are shown count as hops. When
 * not all nodes fit, the nearer ones are taken, then those with more
 * connections, then those with the smaller id.
 *
 * @public
 */
export async function walkNeighbourhood(
  source: GraphSource,
  query: NeighbourhoodQuery,
): Promise<Neighbourhood> {
  const { root, depth, limit } = query;
  const bounds = { ...defaultBounds, ...query.bounds };
  const graph = new VisibleGraph(source, root, bounds);
  const chosen = new Set([root]);
  const reached = {
    upstream: new Set([root]),
    downstream: new Set([root]),
  };
  let frontier = { upstream: [root], downstream: [root] };
  let complete = true;
  let truncated = false;
  await graph.load([root]);

  for (let level = 1; level <= Math.max(...Object.values(depth)); level++) {
    const next = { upstream: [] as number[], downstream: [] as number[] };
    const candidates = new Set<number>();
    for (const side of sides) {
      if (level > depth[side]) {
        continue;
      }
      for (const id of frontier[side]) {
        const { touchesRestricted, more } = graph.eachLink(id, side, other => {
          if (!reached[side].has(other)) {
            reached[side].add(other);
            next[side].push(other);
            if (!chosen.has(other)) {
              candidates.add(other);
            }
          }
        });
        complete &&= !touchesRestricted;
        truncated ||= more;
      }
    }
    const room = limit - chosen.size;
    if (candidates.size > room) {
      const best = await pickBest(graph, candidates, room, bounds);
      best.forEach(id => chosen.add(id));
      truncated = true;
      break;
    }
    const found = [...candidates].sort((a, b) => a - b);
    found.forEach(id => chosen.add(id));
    await graph.load(found);
    frontier = next;
    if (next.upstream.length + next.downstream.length === 0) {
      break;
    }
  }

  const answer = await describeNeighbourhood(source, graph, {
    depth,
    chosen: [...chosen],
    known: [...new Set(query.include)].filter(id => !chosen.has(id)),
    mostEdges: bounds.edges,
  });
  return {
    ...answer,
    complete: complete && answer.complete,
    truncated: truncated || answer.truncated || graph.exhausted,
  };
}

async function pickBest(
  graph: VisibleGraph,
  candidates: Set<number>,
  room: number,
  bounds: ReadBounds & { ranked: number },
): Promise<number[]> {
  if (room <= 0) {
    return [];
  }
  const compared = [...candidates]
    .sort((a, b) => a - b)
    .slice(0, Math.max(bounds.ranked, room));
  return await graph.loadMostConnected(compared, room);
}
