import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  groupImpact,
  LineageImpact,
  LineageImpactItem,
  reach,
} from '@understudy/plugin-lineage-common';
import { LineageImpactQuery } from '../api/types';
import { ownerOf } from '../names/ownerOf';
import { DEFAULT_ENVIRONMENT, World } from './World';
import { WorldSource } from './WorldSource';

/** What a change of a node of a world reaches. */
export async function impactOf(
  world: World,
  query: LineageImpactQuery,
): Promise<LineageImpact> {
  const {
    root,
    direction = 'downstream',
    limit = 200,
    environment = DEFAULT_ENVIRONMENT,
  } = query;
  const source = new WorldSource(world, root, { environment });
  const found = await reach(source.asGraphSource(), {
    root: source.requireIndex(root),
    side: direction,
  });
  const entities = new Map(
    world.entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const reached = found.levels.flatMap((ids, index) =>
    Array.from(ids, id => ({ id, degree: index + 1 })),
  );
  const items = reached.map(({ id, degree }): LineageImpactItem => {
    const { entityRef, kind, namespace, name, ...node } = source.nodeOf(id);
    const entity = entities.get(entityRef ?? '');
    return {
      id: node.id,
      kind,
      entityRef,
      namespace,
      name,
      degree,
      title: entity?.metadata.title ?? entity?.metadata.name,
      entityKind: entity?.kind,
      lifecycle: textOf(entity?.spec?.lifecycle),
      type: node.type ?? textOf(entity?.spec?.type),
      owner: entity && ownerOf(entity),
    };
  });
  const { truncated, complete } = found;
  return groupImpact(items, {
    root,
    direction,
    environment,
    limit,
    truncated,
    complete,
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
