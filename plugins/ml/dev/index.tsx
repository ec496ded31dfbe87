import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import mlPlugin, {
  contractApiRef,
  intakeApiRef,
  mlApiRef,
  registryImportApiRef,
} from '../src';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { sampleEntities } from '../src/__testUtils__/sampleEntities';
import {
  createSampleContractApi,
  createSampleImportApi,
  createSampleIntakeApi,
  createSampleMlApi,
  createSamplePermissionApi,
} from './sampleApis';

const sampleMl = createFrontendModule({
  pluginId: 'ml',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({ api: mlApiRef, deps: {}, factory: createSampleMlApi }),
    }),
    ApiBlueprint.make({
      name: 'registry-import',
      params: define =>
        define({
          api: registryImportApiRef,
          deps: {},
          factory: createSampleImportApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'intake',
      params: define =>
        define({
          api: intakeApiRef,
          deps: {},
          factory: createSampleIntakeApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'contracts',
      params: define =>
        define({
          api: contractApiRef,
          deps: {},
          factory: createSampleContractApi,
        }),
    }),
  ],
});

const sampleCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: sampleEntities }),
        }),
    }),
  ],
});

const samplePermissions = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'permission',
      params: define =>
        define({
          api: permissionApiRef,
          deps: {},
          factory: createSamplePermissionApi,
        }),
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    mlPlugin,
    sampleMl,
    sampleCatalog,
    samplePermissions,
  ],
});
