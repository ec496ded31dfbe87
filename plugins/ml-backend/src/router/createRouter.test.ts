import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';
import { openApiDocument } from '../schema/openapi';

/** What this test reads of a layer of an express router. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: object;
}

function layersOf(router: object): Layer[] {
  return 'stack' in router && Array.isArray(router.stack) ? router.stack : [];
}

/** `get /models/{namespace}` for every route below a router. */
function listRoutes(router: object): string[] {
  return layersOf(router).flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map(
          method => `${method} ${route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`,
        )
      : listRoutes(handle),
  );
}

describe('createRouter', () => {
  it('serves exactly the routes that are described', async () => {
    const httpRouter = mockServices.httpRouter.mock();
    await startMlBackend({ features: [httpRouter.factory] });
    const served = httpRouter.use.mock.calls
      .flat()
      .flatMap(listRoutes)
      // The platform's own, for permissions and actions.
      .filter(route => !/ \/\.(well-known|backstage)\//.test(route));
    const described = Object.entries(openApiDocument.paths).flatMap(
      ([path, methods]) => Object.keys(methods).map(m => `${m} ${path}`),
    );
    expect([...new Set(served)].sort()).toEqual(described.sort());
  });

  it('takes a query as browsers write it', async () => {
    const { server } = await startMlBackend({
      entities: [
        modelEntity('card-fraud', { metadata: { title: "Card (it's) fraud" } }),
        modelEntity('delivery-time'),
      ],
    });
    const { body } = await request(server)
      .get(`/api/ml/models?${new URLSearchParams({ text: "card (it's)" })}`)
      .expect(200);
    expect(body.items).toMatchObject([{ ref: 'model:default/card-fraud' }]);
    await request(server)
      .get(`/api/ml/models?text=${encodeURIComponent("card (it's)")}`)
      .expect(200, body);
  });

  it('describes what every operation is and that it may answer 401', () => {
    for (const [path, methods] of Object.entries(openApiDocument.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        expect([method, path, operation]).toEqual([
          method,
          path,
          expect.objectContaining({
            operationId: expect.any(String),
            summary: expect.any(String),
            responses: expect.objectContaining({ 401: expect.anything() }),
          }),
        ]);
      }
    }
  });
});
