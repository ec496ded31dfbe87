import {
  LineageOverview,
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageOverviewQuery } from '../api/types';
import { DEFAULT_ENVIRONMENT, World } from './World';
import { WorldSource } from './WorldSource';

const ORIGINS = ['observed', 'observed', 'declared', 'both'] as const;
/** Longer ways than that no world here has. */
const FAR = 100;
const BOUNDS = { edges: 50_000, ranked: 10_000 };

/** Everything around a node of a world, as far as the limit goes. */
export async function overviewOf(
  world: World,
  query: LineageOverviewQuery,
): Promise<LineageOverview> {
  const {
    root,
    direction = 'both',
    environment = DEFAULT_ENVIRONMENT,
    kinds,
    limit = 5_000,
  } = query;
  const source = new WorldSource(world, root, { environment, kinds });
  const { nodes, edges, truncated, complete } = await walkNeighbourhood(
    source.asGraphSource(),
    {
      root: source.requireIndex(root),
      limit,
      depth: {
        upstream: direction === 'downstream' ? 0 : FAR,
        downstream: direction === 'upstream' ? 0 : FAR,
      },
      bounds: BOUNDS,
    },
  );
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  return {
    root,
    environment,
    truncated,
    complete,
    nodes: nodes.map(({ id, distance }) => {
      const { kind, entityRef, namespace, name, ...node } = source.nodeOf(id);
      return { id: node.id, kind, entityRef, namespace, name, distance };
    }),
    edges: edges.flatMap(edge => {
      const [from, to] = [places.get(edge.source), places.get(edge.target)];
      return from === undefined || to === undefined
        ? []
        : [
            {
              from,
              to,
              origin: ORIGINS[edge.origin],
              ...(edge.restricted && { restricted: true as const }),
            },
          ];
    }),
  };
}
