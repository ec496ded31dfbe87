import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { isModelEntity, ModelEntity } from '@understudy/plugin-ml-common';

/** The entity as a Model of ours. Throws NotFoundError when it is none. */
export function requireModelEntity(entity: Entity): ModelEntity {
  if (!isModelEntity(entity)) {
    throw new NotFoundError(
      `The catalog holds '${stringifyEntityRef(entity)}' as ${entity.apiVersion}, which is no Model of ours`,
    );
  }
  return entity;
}
