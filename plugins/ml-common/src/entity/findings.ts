import { Entity } from '@backstage/catalog-model';

/**
 * The `type` of our items in an entity's `status`.
 *
 * @public
 */
export const FINDING_STATUS_TYPE = 'understudy.dev/finding';

/**
 * What is missing or doubtful in an entity that nevertheless loads.
 *
 * @public
 */
export interface EntityFinding {
  /** Stable id such as `no-owner`, the same for every entity. */
  id: string;
  level: 'info' | 'warning';
  /** Where in the entity, such as `spec.uses[0].owner`. */
  path: string;
  /** What is the matter and what to do, for people. */
  message: string;
}

/**
 * An {@link EntityFinding} as it stands in the status of an entity.
 *
 * @public
 */
export interface FindingStatusItem extends EntityFinding {
  type: typeof FINDING_STATUS_TYPE;
}

/**
 * The findings of an entity read from the catalog.
 *
 * @public
 */
export function readFindings(
  entity: Entity & { status?: { items?: { type: string }[] } },
): EntityFinding[] {
  return (entity.status?.items ?? [])
    .filter(isFindingStatusItem)
    .map(({ id, level, path, message }) => ({ id, level, path, message }));
}

function isFindingStatusItem(item: {
  type: string;
}): item is FindingStatusItem {
  return item.type === FINDING_STATUS_TYPE && 'id' in item && 'message' in item;
}
