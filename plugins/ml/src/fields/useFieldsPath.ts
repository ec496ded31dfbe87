import { Entity } from '@backstage/catalog-model';
import { useEntityTabPath } from '../pieces/useEntityTabPath';

/** Where the tab with the fields of an entity is. */
export function useFieldsPath(): (entity: Entity) => string {
  const tabPath = useEntityTabPath();
  return entity => tabPath(entity, 'fields');
}
