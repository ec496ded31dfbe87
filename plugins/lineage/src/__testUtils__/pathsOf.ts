import {
  findPaths,
  LineageOrigin,
  LineagePath,
} from '@understudy/plugin-lineage-common';
import { LineagePathQuery } from '../api/types';
import { DEFAULT_ENVIRONMENT, World } from './World';
import { WorldSource } from './WorldSource';

const ORIGINS: LineageOrigin[] = ['observed', 'observed', 'declared', 'both'];

/** The shortest paths of a world from one node to another, or else the way back. */
export async function pathsOf(
  world: World,
  query: LineagePathQuery,
): Promise<LineagePath> {
  const { from, to, asOf, environment = DEFAULT_ENVIRONMENT } = query;
  const { limit = 100 } = query;
  const source = new WorldSource(world, from, { environment });
  const [start, end] = [from, to].map(id => source.requireIndex(id));
  const along = await findPaths(source.asGraphSource(), {
    from: start,
    to: end,
    limit,
  });
  const isAlong = along.nodes.length > 0;
  const against = isAlong
    ? undefined
    : await findPaths(source.asGraphSource(), { from: end, to: start, limit });
  const found = against?.nodes.length ? against : along;
  return {
    from,
    to,
    environment,
    ...(asOf !== undefined && { asOf }),
    direction: found === against ? 'upstream' : 'downstream',
    nodes: found.nodes.map(({ id, distance }) => ({
      ...source.nodeOf(id),
      distance,
    })),
    edges: found.edges.map(edge => ({
      source: source.nodeOf(edge.source).id,
      target: source.nodeOf(edge.target).id,
      origin: ORIGINS[edge.origin],
      ...(edge.via > 0 && { via: edge.via }),
      ...(edge.restricted && { restricted: true as const }),
    })),
    truncated: along.truncated || (against?.truncated ?? false),
    complete: along.complete && (against?.complete ?? true),
  };
}
