import { Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Where a tab of ours on the page of an entity is. */
export function useEntityTabPath(): (
  entity: Entity | string,
  tab: 'contract' | 'fields' | 'versions',
) => string {
  const entityPath = useRouteRef(entityRouteRef);
  return (entity, tab) => {
    const params =
      typeof entity === 'string'
        ? entityRouteParams(entity)
        : entityRouteParams(entity);
    return `${entityPath(params)}/${tab}`;
  };
}
