import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  sampleEntities,
  sampleEvents,
} from '../src/router/__testUtils__/sampleLineage';

// The plugin alone, for work on its API: everybody is signed in, the catalog
// holds two datasets and a model, and a few events are sent once it answers.
// Start it with `yarn workspace @understudy/plugin-lineage-backend start` and ask
// it with `curl 'localhost:7007/api/lineage/graph?root=dataset:default/orders'`;
// PORT chooses another port.
const port = Number(process.env.PORT ?? 7007);
const baseUrl = `http://localhost:${port}`;

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(catalogServiceMock.factory({ entities: sampleEntities }));
backend.add(import('../src'));

async function start() {
  await backend.start();
  const response = await fetch(`${baseUrl}/api/lineage/api/v1/lineage/batch`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sampleEvents),
  });
  if (!response.ok) {
    throw new Error(`The sample was not taken: ${await response.text()}`);
  }
}

start().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
