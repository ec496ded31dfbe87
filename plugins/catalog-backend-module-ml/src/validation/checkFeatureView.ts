import { Entity } from '@backstage/catalog-model';
import { checkPhysical } from './checkPhysical';
import { checkUnique } from './checkUnique';
import { EntityProblem } from './EntityProblem';

/** What has to hold between the properties of a FeatureView. */
export function checkFeatureView(entity: Entity): EntityProblem[] {
  const { spec } = entity;
  return [
    ...checkUnique(spec?.joinKeys, 'spec.joinKeys', ['name']),
    ...checkUnique(spec?.fields, 'spec.fields', ['name']),
    ...checkUnique(spec?.versions, 'spec.versions', ['label']),
    ...checkPhysical(entity),
  ];
}
