import { Entity } from '@backstage/catalog-model';
import {
  formatLineageNodeId,
  LineageGraph,
  LineageNode,
  LineageNodeSummary,
  LineageOrigin,
} from '@understudy/plugin-lineage-common';
import { DEFAULT_ENVIRONMENT, WorldEdge } from './World';

const HOUR_MS = 3_600_000;

/** A time some hours ago. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

/** A team. */
export function buildGroup(name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title },
    spec: { type: 'team', children: [], profile: { displayName: title } },
  };
}

/** An entity of a kind that takes part in lineage. */
export function buildEntity(
  kind: string,
  name: string,
  options: {
    title?: string;
    owner?: string;
    type?: string;
    lifecycle?: string;
    system?: string;
    field?: string;
    description?: string;
  } = {},
): Entity {
  const { title, description, ...spec } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title, description },
    spec,
  };
}

/** A node of an entity. */
export function entityNode(
  ref: string,
  more: Partial<LineageNodeSummary> = {},
): LineageNodeSummary {
  return { id: ref, kind: 'entity', entityRef: ref, ...more };
}

/** A dataset that no entity claims, or a job. */
export function namedNode(
  kind: 'dataset' | 'job',
  namespace: string,
  name: string,
  more: Partial<LineageNodeSummary> = {},
): LineageNodeSummary {
  const id = formatLineageNodeId({ kind, namespace, name });
  return { id, kind, namespace, name, ...more };
}

/** A connection. */
export function edge(
  source: string,
  target: string,
  origin: LineageOrigin = 'observed',
  more: Partial<WorldEdge> = {},
): WorldEdge {
  return { source, target, origin, ...more };
}

/**
 * A graph of nodes called by letters: `a>b` is a connection from a to b. All of
 * them are datasets outside the catalog unless `kindOf` says that they are jobs.
 */
export function letterGraph(
  root: string,
  connections: string,
  options: {
    hidden?: Readonly<Record<string, Partial<LineageNode['hidden']>>>;
    isJob?: (id: string) => boolean;
  } = {},
): LineageGraph {
  const edges = connections
    .split(' ')
    .filter(Boolean)
    .map(text => {
      const [source, target] = text.split('>');
      return edge(source, target);
    });
  const ids = new Set([
    root,
    ...edges.flatMap(({ source, target }) => [source, target]),
  ]);
  return {
    root,
    edges,
    truncated: false,
    complete: true,
    environment: DEFAULT_ENVIRONMENT,
    defaultEnvironment: DEFAULT_ENVIRONMENT,
    environments: [],
    nodes: [...ids].map(id => ({
      id,
      kind: options.isJob?.(id) ? 'job' : 'dataset',
      namespace: 'letters',
      name: id,
      distance: {},
      hidden: { upstream: 0, downstream: 0, ...options.hidden?.[id] },
    })),
  };
}
