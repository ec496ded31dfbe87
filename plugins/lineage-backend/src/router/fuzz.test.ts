import { JsonObject } from '@backstage/types';
import * as fc from 'fast-check';
import { databases } from '../__testUtils__/migratedDatabase';
import { openApiDocument } from '../schema/openapi';
import { expectDescribed } from './__testUtils__/expectDescribed';
import { oddTexts } from './__testUtils__/oddValues';
import { sampleEntities, sampleEvents } from './__testUtils__/sampleLineage';
import { startLineageBackend } from './__testUtils__/startLineageBackend';
import { valuesOfSchema } from './__testUtils__/valuesOfSchema';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

jest.setTimeout(120_000);

interface Parameter {
  name: string;
  in: string;
  schema: JsonObject;
}

/** As text: also what is not JSON. */
const bodiesOf = (requestBody: unknown) =>
  fc.oneof(
    { weight: 6, arbitrary: describedBodies(requestBody) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  );

function describedBodies(requestBody: unknown): fc.Arbitrary<string> {
  const { content } = (requestBody ?? {}) as {
    content?: Record<string, { schema: unknown }>;
  };
  return content
    ? valuesOfSchema(content['application/json'].schema).map(body =>
        JSON.stringify(body),
      )
    : fc.constant('{}');
}

const operations = Object.entries(openApiDocument.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      // See `fuzzEvents.test.ts`.
      .filter(() => !path.startsWith('/api/v1/'))
      .map(([method, { parameters, requestBody }]) => ({
        method,
        path,
        bodies: bodiesOf(requestBody),
        parameters: (Array.isArray(parameters)
          ? parameters
          : []) as unknown as Parameter[],
      })),
);

function encode(value: string): string {
  // Half of a character has no encoding; clients send a replacement.
  return encodeURIComponent(Buffer.from(value).toString());
}

describe.each(databases.eachSupportedId())('any request on %s', id => {
  it('is answered as described', async () => {
    const knex = await databases.init(id);
    const backend = await startLineageBackend({
      entities: sampleEntities,
      features: [
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
    await backend.service.post('/api/v1/lineage/batch', sampleEvents);
    await backend.waitUntilDrained();
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations).chain(operation =>
          fc.tuple(
            fc.constant(operation),
            fc.array(
              fc.record({
                value: oddTexts,
                given: fc.integer({ max: 9, min: 0 }),
              }),
              {
                minLength: operation.parameters.length,
                maxLength: operation.parameters.length,
              },
            ),
            operation.bodies,
            fc.constantFrom('application/json', 'text/csv', '*/*', 'image/png'),
          ),
        ),
        async ([{ method, path, parameters }, values, body, accept]) => {
          let url = path;
          const query: string[] = [];
          parameters.forEach((parameter, index) => {
            const { value, given } = values[index];
            if (parameter.in === 'path') {
              url = url.replace(`{${parameter.name}}`, encode(value || 'x'));
            } else if (given < 7) {
              query.push(`${parameter.name}=${encode(value)}`);
            }
          });
          const address = query.length > 0 ? `${url}?${query.join('&')}` : url;
          const answer =
            method === 'get'
              ? await backend.user.get(address, { Accept: accept })
              : await backend.user.post(address, body, {
                  'Content-Type': 'application/json',
                });
          // Longer addresses than Node reads do not get here.
          fc.pre(answer.status !== 431);
          statuses.add(answer.status);
          expectDescribed(method === 'get' ? 'get' : 'post', path, answer);
        },
      ),
      { numRuns: 500, endOnFailure: true },
    );
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 404]));
  });
});
