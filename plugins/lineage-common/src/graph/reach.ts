import {
  GraphSource,
  LineageSide,
  NodeIds,
  NodeVisibility,
} from './GraphSource';
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
  /**
   * Ids by distance, without the root: first those next to it, then those next
   * to these, each by ascending id.
   */
  levels: NodeIds[];
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
  const levels: NodeIds[] = [];
  let found = 0;
  let contracted = 0;
  let rounds = 0;
  let complete = true;
  let truncated = false;

  let level: NodeIds = [root];
  while (level.length > 0 && !truncated) {
    const parts: NodeIds[] = [];
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
      const { shown, through, restricted } = sift(
        fresh,
        await source.visibility?.([...fresh]),
      );
      complete &&= !restricted;
      contracted += through.length;
      found += shown.length;
      parts.push(shown);
      if (found > bounds.nodes) {
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
    level = join(parts);
    if (found > bounds.nodes) {
      level = level.slice(0, level.length - (found - bounds.nodes));
    }
    if (level.length > 0) {
      levels.push(level);
    }
  }
  return { levels, truncated, complete };
}

/** Tells nodes that are shown from those that are walked through. */
function sift(
  fresh: NodeIds,
  visibility: Map<number, NodeVisibility> | undefined,
): { shown: NodeIds; through: number[]; restricted: boolean } {
  if (!visibility) {
    return { shown: fresh, through: [], restricted: false };
  }
  const shown: number[] = [];
  const through: number[] = [];
  let restricted = false;
  for (const id of fresh) {
    const how = visibility.get(id) ?? 'restricted';
    restricted ||= how === 'restricted';
    (how === 'shown' ? shown : through).push(id);
  }
  return { shown, through, restricted };
}

/** Makes one sorted list of sorted ones: mostly there is one, and never many. */
function join(parts: readonly NodeIds[]): NodeIds {
  return parts
    .filter(part => part.length > 0)
    .reduce((all, part) => (all.length === 0 ? part : merge(all, part)), []);
}

function merge(some: NodeIds, others: NodeIds): NodeIds {
  const merged = new Int32Array(some.length + others.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    merged[at] =
      right >= others.length || some[left] < others[right]
        ? some[left++]
        : others[right++];
  }
  return merged;
}

/** Nodes whose neighbours are read at once, at most so many of each. */
interface Batch {
  ids: NodeIds;
  most: number;
}
