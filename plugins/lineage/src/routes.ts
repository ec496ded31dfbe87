import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The lineage page, `/lineage` unless the app mounts it elsewhere. What it shows
 * goes into the query: `?root=dataset:default/orders`.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'lineage' });

/**
 * What was observed and is not in the catalog. The filters go into the query, as
 * `?kind=job&text=orders`.
 *
 * @public
 */
export const unmappedRouteRef = createSubRouteRef({
  id: 'lineage/unmapped',
  parent: rootRouteRef,
  path: '/unmapped',
});

/**
 * Events that were received and could not be put into the graph.
 *
 * @public
 */
export const deadLettersRouteRef = createSubRouteRef({
  id: 'lineage/dead-letters',
  parent: rootRouteRef,
  path: '/dead-letters',
});
