import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  isDatasetEntity,
  isFeatureViewEntity,
  isModelEntity,
} from '@understudy/plugin-ml-common';

/** Throws NotFoundError unless an entity is of a kind of ours with versions. */
export function requireVersioned(entity: Entity): void {
  if (
    !isModelEntity(entity) &&
    !isFeatureViewEntity(entity) &&
    !isDatasetEntity(entity)
  ) {
    throw new NotFoundError(
      `The catalog holds '${stringifyEntityRef(entity)}' as ${entity.apiVersion}, which is no ${entity.kind} of ours`,
    );
  }
}
