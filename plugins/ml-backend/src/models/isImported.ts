import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_IMPORTED_BY } from '@understudy/plugin-ml-common';

/** Whether an importer made a Model, as opposed to a team that describes it. */
export function isImported({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION_IMPORTED_BY] !== undefined;
}
