import { GraphSource, LineageSide } from '../graph/GraphSource';
import { NeighbourhoodEdge } from '../graph/describeNeighbourhood';
import { VisibleGraph } from '../graph/VisibleGraph';
import { findDirect } from './findDirect';

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
 * A connection between columns.
 *
 * @public
 */
export interface ColumnEdge extends NeighbourhoodEdge {
  /** From a dataset as a whole to one of its columns: what decides over all of it decides over each. */
  within?: true;
}

/**
 * A column of an answer.
 *
 * @public
 */
export interface FoundColumn {
  id: number;
  distance: Partial<Record<LineageSide, number>>;
  /** Values are passed on all the way between it and the columns asked about. */
  direct: boolean;
}

/**
 * What columns are made from, and what is made from them.
 *
 * @public
 */
export interface FoundColumns {
  /** The nearest first. */
  columns: FoundColumn[];
  /** `origin` has bit 1 for values that are passed on, bit 2 for those that only decide something. */
  edges: ColumnEdge[];
  truncated: boolean;
  complete: boolean;
}

/**
 * Walks from some columns to those that they are made from, or that are made
 * from them, level by level. Every column is passed once, however many ways
 * lead to it, so the work grows with the number of columns and not of ways.
 *
 * What decides over a dataset as a whole decides over each of its columns. The
 * source says so by neighbours that are `within`: of a column the whole upstream
 * of it, of a whole its columns downstream. These are no steps, so they count no
 * hops, and none are followed from what was asked about as a whole.
 *
 * @public
 */
export async function walkColumns(
  source: GraphSource,
  query: {
    /** Of one dataset. */
    starts: readonly number[];
    /** That dataset as a whole, where only some of it is asked about: what is made from it may be made from those. */
    whole?: number;
    /** 0 leaves that side out. */
    depth: Record<LineageSide, number>;
    /** Columns of the answer. */
    limit: number;
    bounds?: Partial<ColumnBounds>;
  },
): Promise<FoundColumns> {
  const { depth, limit, whole } = query;
  const bounds = { ...defaultBounds, ...query.bounds };
  const starts = query.starts.slice(0, limit);
  if (starts.length === 0) {
    return { columns: [], edges: [], truncated: false, complete: true };
  }
  const graph = new VisibleGraph(source, starts[0], bounds);
  const found = new Map<number, Omit<FoundColumn, 'direct'>>();
  const edges = new Map<string, ColumnEdge>();
  const asked = new Set(starts);
  let truncated = starts.length < query.starts.length;
  let complete = true;

  const add = (id: number) => {
    const known = found.get(id);
    if (!known && found.size >= limit) {
      truncated = true;
      return undefined;
    }
    const column = known ?? { id, distance: {} };
    found.set(id, column);
    return column;
  };
  const reach = (id: number, side: LineageSide, hops: number): boolean => {
    const column = add(id);
    if (!column || column.distance[side] !== undefined) {
      return false;
    }
    column.distance[side] = hops;
    return true;
  };
  const connect = (edge: ColumnEdge) => {
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
  /** Reaches what some columns are connected with, over steps or within datasets. */
  const follow = async (
    ids: readonly number[],
    along: { side: LineageSide; hops: number; within: boolean },
  ): Promise<number[]> => {
    const { side, hops, within } = along;
    await graph.load(ids, side);
    const reached: number[] = [];
    for (const id of ids) {
      const { links, more, touchesRestricted } = graph.links(id, side);
      truncated ||= more;
      complete &&= !touchesRestricted;
      for (const [other, link] of links) {
        // Of what is asked about as a whole nobody has to be told that it is the whole.
        const isPlain = link.within && asked.has(id) && asked.has(other);
        if ((link.within ?? false) !== within || isPlain) {
          continue;
        }
        if (reach(other, side, hops)) {
          reached.push(other);
        }
        const [from, to] = side === 'downstream' ? [id, other] : [other, id];
        const { origin, via, restricted } = link;
        connect({
          source: from,
          target: to,
          origin,
          via,
          restricted,
          ...(within && { within }),
        });
      }
    }
    return reached.sort((a, b) => a - b);
  };

  for (const side of sides) {
    let level = starts.filter(id => reach(id, side, 0));
    for (let hops = 1; hops <= depth[side] && level.length > 0; hops++) {
      const parts = await follow(level, { side, hops: hops - 1, within: true });
      const isBeside =
        side === 'downstream' && hops === 1 && whole !== undefined;
      const beside = isBeside && add(whole) ? [whole] : [];
      level = await follow([...level, ...parts, ...beside], {
        side,
        hops,
        within: false,
      });
    }
  }
  const list = [...edges.values()];
  const direct = findDirect(list, {
    upstream: starts,
    downstream: whole === undefined ? starts : [...starts, whole],
  });
  return {
    columns: Array.from(found.values(), column => ({
      ...column,
      direct: direct.has(column.id),
    })),
    edges: list,
    truncated: truncated || graph.exhausted,
    complete,
  };
}
