import { Entity } from '@backstage/catalog-model';
import { checkPhysical } from './checkPhysical';
import { checkUnique } from './checkUnique';
import { EntityProblem } from './EntityProblem';

/** What has to hold between the properties of a Dataset. */
export function checkDataset(entity: Entity): EntityProblem[] {
  const { spec } = entity;
  return [
    ...checkUnique(spec?.fields, 'spec.fields', ['name']),
    ...checkUnique(spec?.quality, 'spec.quality', ['id']),
    ...checkPhysical(entity),
  ];
}
