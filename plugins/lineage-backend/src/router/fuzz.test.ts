import { JsonObject } from '@backstage/types';
import * as fc from 'fast-check';
import { databases } from '../__testUtils__/migratedDatabase';
import { openApiDocument } from '../schema/openapi';
import { expectDescribed } from './__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  sampleEntities,
  sampleEvents,
} from './__testUtils__/sampleLineage';
import { startLineageBackend } from './__testUtils__/startLineageBackend';
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

// Values that are right, nearly right, and nothing of the kind.
const anyValue = fc.oneof(
  fc.constantFrom(
    'dataset:default/orders',
    'model:default/score',
    'Dataset:orders',
    datasetId('raw'),
    jobId('join'),
    `${jobId('join')}#x/y`,
    'both',
    'downstream',
    'job,unmapped,model',
    '0',
    '1',
    '20',
    '1e3',
    '-1',
    '9999999999999999999',
    '%00',
    '\0',
    '\ud800',
    'ol:dataset:%00/%00',
    'ol:job:/',
    "' or 1=1 --",
    '*',
    'production',
    'dataset',
    'name',
    'connections',
    'WyJuYW1lOiIsIjEiXQ',
    'WyJhIiwiYiJd',
    'WyJcdTAwMDAiLCJiIl0',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ minLength: 1000, maxLength: 4000 }),
  fc.integer().map(String),
);
/** As text: also what is not JSON. */
const anyBody = fc.oneof(
  fc
    .record(
      {
        root: anyValue,
        message: anyValue,
        ids: fc.array(anyValue, { maxLength: 3 }),
        environment: anyValue,
        depth: fc.oneof(fc.integer({ min: -1, max: 3 }), anyValue),
        kinds: fc.array(anyValue, { maxLength: 3 }),
        include: fc.array(anyValue, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    )
    .map(body => JSON.stringify(body)),
  fc.json(),
  fc.string(),
);

const operations = Object.entries(openApiDocument.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      // Events have tests of their own.
      .filter(() => !path.startsWith('/api/v1/'))
      .map(([method, { parameters }]) => ({
        method,
        path,
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
                value: anyValue,
                given: fc.integer({ max: 9, min: 0 }),
              }),
              {
                minLength: operation.parameters.length,
                maxLength: operation.parameters.length,
              },
            ),
            anyBody,
          ),
        ),
        async ([{ method, path, parameters }, values, body]) => {
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
              ? await backend.user.get(address)
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
