import { GraphSource, LineageSide } from './GraphSource';

/**
 * How much a walk to everything reachable may read before it stops and says so.
 *
 * @public
 */
export interface ReachBounds {
  /** Nodes of the answer. */
  nodes: number;
  /** Nodes that are walked through without being shown. */
  contracted: number;
  /** Neighbours that are read at once. */
  rows: number;
  /** Questions to the source. */
  rounds: number;
}

const defaultBounds: ReachBounds = {
  nodes: 20_000,
  contracted: 20_000,
  rows: 200_000,
  rounds: 1000,
};

/** Fewer than this are never read of one node. */
const LEAST_FAN = 25;

/**
 * Everything that can be reached from a node on one side.
 *
 * @public
 */
export interface Reached {
  /** Nearest first, then by id; without the root. */
  nodes: { id: number; degree: number }[];
  truncated: boolean;
  complete: boolean;
}

/**
 * Finds everything that can be reached from a node on one side. As in
 * {@link walkNeighbourhood}, only nodes that are shown count as hops.
 *
 * @public
 */
export async function reach(
  source: GraphSource,
  query: {
    root: number;
    side: LineageSide;
    bounds?: Partial<ReachBounds>;
  },
): Promise<Reached> {
  const { root, side } = query;
  const bounds = { ...defaultBounds, ...query.bounds };
  const seen = new Set([root]);
  const nodes: Reached['nodes'] = [];
  let contracted = 0;
  let rounds = 0;
  let complete = true;
  let truncated = false;

  let level = [root];
  for (let degree = 1; level.length > 0 && !truncated; degree++) {
    const shown: number[] = [];
    // Nodes that are not shown are passed within the level: they are no hop.
    const waiting: Batch[] = [{ ids: level, most: LEAST_FAN }];
    for (let batch = waiting.pop(); batch; batch = waiting.pop()) {
      if (rounds >= bounds.rounds || contracted > bounds.contracted) {
        truncated = true;
        break;
      }
      rounds += 1;
      const { fresh, again } = await readBatch(source, side, batch, {
        seen,
        rows: bounds.rows,
      });
      fresh.forEach(id => seen.add(id));
      const visibility = await source.visibility?.(fresh);
      const through: number[] = [];
      for (const id of fresh) {
        const how = visibility ? (visibility.get(id) ?? 'restricted') : 'shown';
        complete &&= how !== 'restricted';
        (how === 'shown' ? shown : through).push(id);
      }
      contracted += through.length;
      if (nodes.length + shown.length > bounds.nodes) {
        truncated = true;
        break;
      }
      waiting.push(
        ...[again, { ids: through, most: LEAST_FAN }].filter(
          ({ ids }) => ids.length > 0,
        ),
      );
    }
    shown.sort((a, b) => a - b);
    for (const id of shown.slice(0, bounds.nodes - nodes.length)) {
      nodes.push({ id, degree });
    }
    level = shown;
  }
  return { nodes, truncated, complete };
}

/** Nodes whose neighbours are read at once, at most so many of each. */
interface Batch {
  ids: number[];
  most: number;
}

/**
 * Reads few neighbours of many nodes, and says which of them have more: one hub
 * among thousands must not make thousands of lists long.
 */
async function readBatch(
  source: GraphSource,
  side: LineageSide,
  { ids, most }: Batch,
  options: { seen: Set<number>; rows: number },
): Promise<{ fresh: number[]; again: Batch }> {
  const { seen, rows } = options;
  const fan = Math.max(most, Math.floor(rows / ids.length));
  const nodes = { upstream: [], downstream: [], [side]: ids };
  const lists = (await source.neighbours(nodes, fan))[side];
  const fresh = new Set<number>();
  for (const { list } of lists.values()) {
    for (const neighbour of list) {
      if (!seen.has(neighbour.id)) {
        fresh.add(neighbour.id);
      }
    }
  }
  return {
    fresh: [...fresh].sort((a, b) => a - b),
    again: { ids: ids.filter(id => lists.get(id)?.more), most: fan * 4 },
  };
}
