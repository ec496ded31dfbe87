import { Separations } from './separateBlocks';

/** Blocks that touch each other, so that they can only move together. */
interface Cluster {
  members: number[];
  /** What has to stay above a member and is in no cluster with it. */
  above: { upper: number; lower: number; distance: number }[];
  weight: number;
  /** The height that suits its members best on the whole. */
  height: number;
}

/** Less than that is an error of rounding. */
const TOUCH = 1e-6;

/**
 * Heights near to the wishes at which all blocks are as far from each other as
 * they have to be: those that would be too near become clusters, which go where
 * their members wish on the whole (Dwyer, Marriott and Stuckey).
 */
export function settle(
  { downwards, above }: Separations,
  options: { wishes: readonly number[]; weights: readonly number[] },
): number[] {
  const { wishes, weights } = options;
  const clusterOf = new Array<Cluster>(wishes.length);
  const offsets = new Array<number>(wishes.length).fill(0);
  const heightOf = (block: number) => clusterOf[block].height + offsets[block];

  const mostViolated = (cluster: Cluster) => {
    cluster.above = cluster.above.filter(
      ({ upper }) => clusterOf[upper] !== cluster,
    );
    let worst: { by: number; upper: number; lower: number } | undefined;
    for (const { upper, lower, distance } of cluster.above) {
      const by = heightOf(upper) + distance - heightOf(lower);
      if (by > (worst?.by ?? TOUCH)) {
        worst = { by, upper, lower };
      }
    }
    return worst;
  };
  /** Moves the smaller into the larger, `by` so much further down as they are then. */
  const merge = (into: Cluster, from: Cluster, by: number) => {
    for (const block of from.members) {
      offsets[block] += from.height + by - into.height;
      clusterOf[block] = into;
      into.members.push(block);
    }
    into.above.push(...from.above);
    const weight = into.weight + from.weight;
    into.height -= (by * from.weight) / weight;
    into.weight = weight;
  };
  for (const block of downwards) {
    let cluster: Cluster = {
      members: [block],
      above: above[block].map(each => ({ ...each, lower: block })),
      weight: weights[block],
      height: wishes[block],
    };
    clusterOf[block] = cluster;
    for (
      let worst = mostViolated(cluster);
      worst;
      worst = mostViolated(cluster)
    ) {
      const upper = clusterOf[worst.upper];
      if (upper.members.length < cluster.members.length) {
        merge(cluster, upper, -worst.by);
      } else {
        merge(upper, cluster, worst.by);
        cluster = upper;
      }
    }
  }
  return wishes.map((_, block) => heightOf(block));
}
