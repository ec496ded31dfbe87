import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { lineageApiRef } from '../api/LineageApi';
import { LineageClient } from '../api/LineageClient';
import { createLayoutWorker } from '../graph/layout/createLayoutWorker';
import { layoutApiRef } from '../graph/layout/LayoutApi';
import { WorkerLayout } from '../graph/layout/WorkerLayout';
import { deadLettersRouteRef, rootRouteRef, unmappedRouteRef } from '../routes';

/**
 * Register it by using any of the extensions below.
 *
 * @public
 */
export const lineagePlugin = createPlugin({
  id: 'lineage',
  apis: [
    createApiFactory({
      api: lineageApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new LineageClient({ fetchApi }),
    }),
    createApiFactory({
      api: layoutApiRef,
      deps: {},
      factory: () => new WorkerLayout({ createWorker: createLayoutWorker }),
    }),
  ],
  routes: {
    root: rootRouteRef,
    unmapped: unmappedRouteRef,
    deadLetters: deadLettersRouteRef,
  },
});
