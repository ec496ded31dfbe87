import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import mlPlugin, { mlApiRef, registryImportApiRef } from '../src';
import { sampleEntities } from '../src/__testUtils__/sampleEntities';
import { createSampleImportApi, createSampleMlApi } from './sampleApis';

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

createDevApp({
  features: [catalogPlugin, mlPlugin, sampleMl, sampleCatalog],
});
