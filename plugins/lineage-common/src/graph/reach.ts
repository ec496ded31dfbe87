import { GraphSource, LineageSide } from './GraphSource';
import { ListWalk } from './ListWalk';

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
  const walk =
    (await source.walkFrom?.(root, side)) ?? new ListWalk(source, root, side);
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
      // One hub among thousands must not make thousands of lists long: few
      // neighbours are read of many nodes, and more of those that have more.
      const fan = Math.max(
        batch.most,
        Math.floor(bounds.rows / batch.ids.length),
      );
      const { fresh, more } = await walk.step(batch.ids, fan);
      const visibility = await source.visibility?.([...fresh]);
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
        ...[
          { ids: more, most: fan * 4 },
          { ids: through, most: LEAST_FAN },
        ].filter(({ ids }) => ids.length > 0),
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
