import { Entity } from '@backstage/catalog-model';
import { readPath } from '@understudy/plugin-ml-common';
import { EntityProblem } from './EntityProblem';

/** Every physical place has a name or a pattern for names, and not both. */
export function checkPhysical(entity: Entity): EntityProblem[] {
  return readPath(entity, 'spec.physical[]').flatMap(({ path, value }) => {
    if (typeof value !== 'object' || value === null) {
      return [];
    }
    if ('name' in value && 'pattern' in value) {
      return [{ path, message: 'has a name and a pattern; keep one of them' }];
    }
    return 'name' in value || 'pattern' in value
      ? []
      : [
          {
            path,
            message: 'has neither a name nor a pattern; give one of them',
          },
        ];
  });
}
