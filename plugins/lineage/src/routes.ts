import { createRouteRef } from '@backstage/core-plugin-api';

/**
 * The lineage page, `/lineage` unless the app mounts it elsewhere. What it shows
 * goes into the query: `?root=dataset:default/orders`.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'lineage' });
