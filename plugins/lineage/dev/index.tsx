import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import lineagePlugin, { lineageApiRef } from '../src';
import {
  createSampleLineageApi,
  createSamplePermissionApi,
  world,
} from './sampleApis';

const sampleLineage = createFrontendModule({
  pluginId: 'lineage',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: lineageApiRef,
          deps: {},
          factory: createSampleLineageApi,
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
          factory: () => catalogApiMock({ entities: world.entities }),
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
    lineagePlugin,
    sampleLineage,
    sampleCatalog,
    samplePermissions,
  ],
});
