import { GraphSource, LineageSide } from './GraphSource';
import { VisibleGraph } from './VisibleGraph';
import { WalkBounds } from './walkNeighbourhood';

type LinkBounds = Pick<WalkBounds, 'fan' | 'rows' | 'contracted' | 'rounds'>;

const defaultBounds: LinkBounds = {
  fan: 5000,
  rows: 100_000,
  contracted: 20_000,
  rounds: 200,
};

/**
 * A connection of a node with the next one that is shown.
 *
 * @public
 */
export interface DirectLink {
  side: LineageSide;
  id: number;
  /** Bit 1 when it was observed, bit 2 when it was declared. */
  origin: number;
  /** How many nodes that are not shown the shortest way leads through. */
  via: number;
  /** Some way leads through what may not be seen: nobody can tell how the connection is known as a whole. */
  obscured: boolean;
}

/**
 * All that is directly connected with a node.
 *
 * @public
 */
export interface DirectLinks {
  links: DirectLink[];
  /** Not all neighbours could be read on that side. */
  truncated: Record<LineageSide, boolean>;
  /** False when some way leads through what may not be seen. */
  complete: boolean;
}

/**
 * Finds the next shown nodes on both sides of a node, and how they are known
 * to be connected with it.
 *
 * @public
 */
export async function readDirectLinks(
  source: GraphSource,
  query: { root: number; bounds?: Partial<WalkBounds> },
): Promise<DirectLinks> {
  const { root } = query;
  const graph = new VisibleGraph(source, root, {
    ...defaultBounds,
    ...query.bounds,
  });
  await graph.load([root]);
  const links: DirectLink[] = [];
  const truncated = { upstream: false, downstream: false };
  let complete = true;
  for (const side of ['upstream', 'downstream'] as const) {
    const found = graph.links(root, side);
    truncated[side] = found.more || graph.exhausted;
    complete &&= !found.touchesRestricted;
    for (const [id, { origin, via, restricted, tainted }] of found.links) {
      links.push({ side, id, origin, via, obscured: restricted || tainted });
    }
  }
  return { links, truncated, complete };
}
