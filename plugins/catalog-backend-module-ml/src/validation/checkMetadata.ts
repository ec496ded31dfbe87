import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  ANNOTATION_PREVIOUS_REFS,
  previousRefs,
} from '@understudy/plugin-ml-common';
import { EntityProblem } from './EntityProblem';

/** Checks the annotations of ours whose value has a form. */
export function checkMetadata(entity: Entity): EntityProblem[] {
  try {
    previousRefs(entity);
    return [];
  } catch (error) {
    return [
      {
        path: `metadata.annotations['${ANNOTATION_PREVIOUS_REFS}']`,
        message: toError(error).message,
      },
    ];
  }
}
