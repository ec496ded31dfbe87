import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { contractApiFactory } from '../api/contractApiFactory';
import { intakeApiRef } from '../api/IntakeApi';
import { IntakeClient } from '../api/IntakeClient';
import { mlApiRef } from '../api/MlApi';
import { MlClient } from '../api/MlClient';
import { MlflowImportClient } from '../api/MlflowImportClient';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { catalogIndexRouteRef, lineageRouteRef, rootRouteRef } from '../routes';

/**
 * Register it by using any of the extensions below.
 *
 * @public
 */
export const mlPlugin = createPlugin({
  id: 'ml',
  apis: [
    createApiFactory({
      api: mlApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlClient({ fetchApi }),
    }),
    createApiFactory({
      api: registryImportApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlflowImportClient({ fetchApi }),
    }),
    createApiFactory({
      api: intakeApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new IntakeClient({ fetchApi }),
    }),
    contractApiFactory,
  ],
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalogIndex: catalogIndexRouteRef,
    lineage: lineageRouteRef,
  },
});
