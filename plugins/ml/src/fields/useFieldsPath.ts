import { Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Where the tab with the fields of an entity is. */
export function useFieldsPath(): (entity: Entity) => string {
  const entityPath = useRouteRef(entityRouteRef);
  return entity => `${entityPath(entityRouteParams(entity))}/fields`;
}
