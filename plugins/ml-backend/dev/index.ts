import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mlVersionSourcesExtensionPoint } from '@understudy/plugin-ml-node';
import {
  FakeVersionSource,
  sourceVersion,
} from '../src/__testUtils__/FakeVersionSource';
import { modelEntity } from '../src/__testUtils__/modelEntity';

// The plugin alone, for work on its API: everybody is signed in, the catalog
// holds two models, and one registry has three versions. Start it with
// `yarn workspace @understudy/plugin-ml-backend start` and ask it with
// `curl localhost:7007/api/ml/models`; PORT chooses another port.
const port = Number(process.env.PORT ?? 7007);
const source = new FakeVersionSource();
source.put(
  'fraud-score',
  ['1', '2', '3'].map(number => sourceVersion(number)),
  { aliases: [{ alias: 'champion', version: '2' }] },
);

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: `http://localhost:${port}`,
        listen: { host: '127.0.0.1', port },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      ml: { metrics: [{ name: 'auc', aliases: ['roc_auc'] }] },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      modelEntity('fraud-score', {
        spec: { registries: [{ server: 'eu', name: 'fraud-score' }] },
      }),
      modelEntity('card-rules', { spec: { type: 'rules' } }),
    ],
  }),
);
backend.add(
  createBackendModule({
    pluginId: 'ml',
    moduleId: 'dev-source',
    register(env) {
      env.registerInit({
        deps: { sources: mlVersionSourcesExtensionPoint },
        async init({ sources }) {
          sources.addVersionSource(source);
        },
      });
    },
  }),
);
backend.add(import('../src'));
backend.start();
