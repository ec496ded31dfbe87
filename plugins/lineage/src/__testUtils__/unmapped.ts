import { InputError } from '@backstage/errors';
import {
  LineageDraft,
  LineageNodeSummary,
  LineageUnmappedNode,
  LineageUnmappedPage,
} from '@understudy/plugin-lineage-common';
import { LineageUnmappedQuery } from '../api/types';
import { DEFAULT_ENVIRONMENT, World } from './World';

const ORDERS: Record<
  NonNullable<LineageUnmappedQuery['sort']>,
  (a: LineageUnmappedNode, b: LineageUnmappedNode) => number
> = {
  lastSeen: (a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''),
  name: (a, b) => a.name.localeCompare(b.name),
  connections: (a, b) => b.upstream + b.downstream - a.upstream - a.downstream,
};

/** A page of what no entity claims. */
export function unmappedPage(
  world: World,
  query: LineageUnmappedQuery,
): LineageUnmappedPage {
  const { kind, environment, sort = 'lastSeen', limit = 25 } = query;
  const text = query.text?.toLocaleLowerCase('en-US') ?? '';
  const all = unmappedOf(world)
    .filter(
      node =>
        (!kind || node.kind === kind) &&
        (!environment || node.environment === environment) &&
        `${node.namespace} ${node.name}`
          .toLocaleLowerCase('en-US')
          .includes(text),
    )
    .sort((a, b) => ORDERS[sort](a, b) || a.id.localeCompare(b.id));
  const start = Number(query.cursor ?? 0);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    total: all.length,
    ...(end < all.length && { nextCursor: String(end) }),
  };
}

/** Much what the backend writes; who owns something is known of `team:` alone. */
export function draftOf(world: World, ids: readonly string[]): LineageDraft {
  const byId = new Map(unmappedOf(world).map(node => [node.id, node]));
  const items = ids.map(id => {
    const node = byId.get(id);
    if (!node) {
      throw new InputError(`ids: '${id}' is in the catalog, or unknown`);
    }
    const name = node.name.replaceAll(/[^A-Za-z0-9_.-]+/g, '-');
    const kind = node.kind === 'job' ? 'Component' : 'Dataset';
    const owner = node.owners?.find(sent => sent.startsWith('team:'));
    return {
      kind,
      name,
      id,
      entityRef: `${kind}:default/${name}`.toLocaleLowerCase('en-US'),
      ...(owner && { owner: owner.replace('team:', 'group:default/') }),
      similar: world.entities
        .filter(
          ({ metadata, kind: other }) =>
            other !== 'Group' &&
            name.endsWith(metadata.name.replaceAll('-', '_')),
        )
        .map(entity =>
          `${entity.kind}:default/${entity.metadata.name}`.toLocaleLowerCase(
            'en-US',
          ),
        ),
    };
  });
  return {
    yaml: items
      .map(({ kind, name, owner }) =>
        [
          '---',
          `kind: ${kind}`,
          'metadata:',
          `  name: ${name}`,
          'spec:',
          owner
            ? `  owner: ${owner}`
            : '  # owner: nobody is known; name the team',
        ].join('\n'),
      )
      .join('\n'),
    items: items.map(({ id, entityRef, owner, similar }) => ({
      id,
      entityRef,
      ...(owner && { owner }),
      similar,
    })),
  };
}

function unmappedOf(world: World): LineageUnmappedNode[] {
  return world.nodes
    .filter(isUnmapped)
    .filter(({ id }) => !world.restricted?.includes(id))
    .map(({ entityRef: _, environments, ...node }) => ({
      ...node,
      environment: environments?.[0] ?? DEFAULT_ENVIRONMENT,
      upstream: world.edges.filter(({ target }) => target === node.id).length,
      downstream: world.edges.filter(({ source }) => source === node.id).length,
      owners: world.owners?.[node.id],
    }));
}

function isUnmapped(
  node: LineageNodeSummary,
): node is LineageNodeSummary &
  Pick<LineageUnmappedNode, 'kind' | 'namespace' | 'name'> {
  return (
    node.kind !== 'entity' &&
    node.namespace !== undefined &&
    node.name !== undefined
  );
}
