import { GraphSource, LineageSide } from '../graph/GraphSource';
import { NeighbourhoodEdge } from '../graph/describeNeighbourhood';
import { VisibleGraph } from '../graph/VisibleGraph';

const sides: LineageSide[] = ['upstream', 'downstream'];

/**
 * How much a walk over columns may read before it stops and says so.
 *
 * @public
 */
export interface ColumnBounds {
  /** Neighbours that are read of one column and side. */
  fan: number;
  /** Neighbours that are read at once. */
  rows: number;
  /** Columns that are walked through without being shown. */
  contracted: number;
  /** Questions to the source. */
  rounds: number;
  /** Edges of the answer. */
  edges: number;
}

const defaultBounds: ColumnBounds = {
  fan: 1000,
  rows: 100_000,
  contracted: 5000,
  rounds: 5000,
  edges: 10_000,
};

/**
 * What columns are made from, and what is made from them.
 *
 * @public
 */
export interface FoundColumns {
  /** The nearest first. */
  columns: { id: number; distance: Partial<Record<LineageSide, number>> }[];
  /** `origin` has bit 1 for values that are passed on, bit 2 for those that only decide something. */
  edges: NeighbourhoodEdge[];
  truncated: boolean;
  complete: boolean;
}

/**
 * Walks from some columns to those that they are made from, or that are made
 * from them, level by level. Every column is passed once, however many ways
 * lead to it, so the work grows with the number of columns and not of ways.
 *
 * @public
 */
export async function walkColumns(
  source: GraphSource,
  query: {
    /** Of one dataset. */
    starts: readonly number[];
    /** 0 leaves that side out. */
    depth: Record<LineageSide, number>;
    /** Columns of the answer. */
    limit: number;
    bounds?: Partial<ColumnBounds>;
  },
): Promise<FoundColumns> {
  const { depth, limit } = query;
  const bounds = { ...defaultBounds, ...query.bounds };
  const starts = query.starts.slice(0, limit);
  if (starts.length === 0) {
    return { columns: [], edges: [], truncated: false, complete: true };
  }
  const graph = new VisibleGraph(source, starts[0], bounds);
  await graph.loadShown(starts);
  const found = new Map<number, FoundColumns['columns'][number]>();
  const edges = new Map<string, NeighbourhoodEdge>();
  let truncated = starts.length < query.starts.length;
  let complete = true;

  const reach = (id: number, side: LineageSide, hops: number): boolean => {
    const known = found.get(id);
    if (!known && found.size >= limit) {
      truncated = true;
      return false;
    }
    const column = known ?? { id, distance: {} };
    found.set(id, column);
    if (column.distance[side] !== undefined) {
      return false;
    }
    column.distance[side] = hops;
    return true;
  };
  const connect = (edge: NeighbourhoodEdge) => {
    if (!found.has(edge.source) || !found.has(edge.target)) {
      return;
    }
    if (edges.size >= bounds.edges) {
      truncated = true;
      return;
    }
    complete &&= !edge.restricted;
    edges.set(`${edge.source} ${edge.target}`, edge);
  };

  for (const side of sides) {
    let level = starts.filter(id => reach(id, side, 0));
    for (let hops = 1; hops <= depth[side] && level.length > 0; hops++) {
      await graph.load(level);
      const next: number[] = [];
      for (const id of level) {
        const { links, more, touchesRestricted } = graph.links(id, side);
        truncated ||= more;
        complete &&= !touchesRestricted;
        for (const [other, { origin, via, restricted }] of links) {
          if (reach(other, side, hops)) {
            next.push(other);
          }
          const [from, to] = side === 'downstream' ? [id, other] : [other, id];
          connect({ source: from, target: to, origin, via, restricted });
        }
      }
      level = next.sort((a, b) => a - b);
    }
  }
  return {
    columns: [...found.values()],
    edges: [...edges.values()],
    truncated: truncated || graph.exhausted,
    complete,
  };
}
