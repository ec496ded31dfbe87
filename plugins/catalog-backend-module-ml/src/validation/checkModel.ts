import { Entity } from '@backstage/catalog-model';
import { readPath } from '@understudy/plugin-ml-common';
import { checkUnique } from './checkUnique';
import { EntityProblem } from './EntityProblem';

/** What has to hold between the properties of a Model. */
export function checkModel(entity: Entity): EntityProblem[] {
  const { spec } = entity;
  return [
    ...checkUnique(spec?.uses, 'spec.uses', ['id']),
    ...checkUnique(spec?.registries, 'spec.registries', [
      'server',
      'workspace',
      'name',
    ]),
    ...checkUnique(spec?.consumes, 'spec.consumes', [
      'view',
      'version',
      'mode',
    ]),
    ...checkUnique(spec?.versions, 'spec.versions', ['label']),
    ...checkExperiments(entity),
  ];
}

function checkExperiments(entity: Entity): EntityProblem[] {
  return readPath(entity, 'spec.experiments[]').flatMap(({ path, value }) =>
    typeof value === 'object' &&
    value !== null &&
    !('id' in value) &&
    !('name' in value)
      ? [{ path, message: 'has neither an id nor a name; give one of them' }]
      : [],
  );
}
