import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { previousRefs } from '@understudy/plugin-ml-common';
import { ownerOf } from '../models/ModelAccess';
import { SubjectEntity } from './SubjectStore';

/** What the subject store needs to know of an entity. */
export function subjectEntityOf(entity: Entity): SubjectEntity {
  return {
    ref: stringifyEntityRef(entity),
    previousRefs: previousRefs(entity),
    owner: ownerOf(entity),
  };
}
