import { Entity } from '@backstage/catalog-model';
import {
  EntityPresentationApi,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';

/**
 * What people call an entity, as the portal says; by its ref alone as long as it
 * is not known. The API is not asked then: it would read each by itself.
 */
export function titleOf(
  ref: string,
  entity: Entity | undefined,
  presentation?: EntityPresentationApi,
): string {
  return entity
    ? entityPresentationSnapshot(entity, undefined, presentation).primaryTitle
    : entityPresentationSnapshot(ref).primaryTitle;
}
