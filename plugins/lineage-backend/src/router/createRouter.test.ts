import { mockServices } from '@backstage/backend-test-utils';
import { openApiDocument } from '../schema/openapi';
import { startLineageBackend } from './__testUtils__/startLineageBackend';

jest.setTimeout(60_000);

/** What this test reads of a layer of an express router. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: object;
}

/** `get /nodes/{id}` for every route below a router. */
function listRoutes(router: object): string[] {
  const layers: Layer[] =
    'stack' in router && Array.isArray(router.stack) ? router.stack : [];
  return layers.flatMap(({ route, handle }) =>
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
    await startLineageBackend({ features: [httpRouter.factory] });
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

  it('names no schema that is not there', () => {
    const named = [
      ...JSON.stringify(openApiDocument).matchAll(
        /"#\/components\/schemas\/(\w+)"/g,
      ),
    ].map(([, name]) => name);
    const { schemas } = openApiDocument.components;
    expect([...new Set(named)].sort()).toEqual(Object.keys(schemas).sort());
  });

  it('serves the description', async () => {
    const { user, nobody } = await startLineageBackend({});
    const { body } = await user.get('/openapi.json').expect(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument)));
    await nobody.get('/openapi.json').expect(401);
  });
});
