import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import type { Response } from 'supertest';
import { databases } from '../__testUtils__/migratedDatabase';
import { openApiDocument } from '../schema/openapi';
import { expectDescribed } from './__testUtils__/expectDescribed';
import { oddValues } from './__testUtils__/oddValues';
import { datasetId, jobId, runEvent } from './__testUtils__/sampleLineage';
import { startLineageBackend } from './__testUtils__/startLineageBackend';
import { valuesOfSchema } from './__testUtils__/valuesOfSchema';

jest.setTimeout(240_000);

const SINGLE = '/api/v1/lineage';
const BATCH = '/api/v1/lineage/batch';
const asItIs = (body: string) => body;
const producer = {
  _producer: 'https://example.com/fuzz',
  _schemaURL: 'https://example.com/fuzz.json',
};
const dataset = (name: string, facets: object = {}) => ({
  namespace: 'postgres://dwh:5432',
  name,
  facets,
});

/** Events that use everything that is read of them. */
const wholeEvents: object[] = [
  {
    ...runEvent({ job: 'fuzz' }),
    run: {
      runId: '01234567-89ab-7cde-8f01-0123456789ab',
      facets: {
        nominalTime: {
          ...producer,
          nominalStartTime: '2026-03-01T00:00:00Z',
        },
        parent: {
          ...producer,
          run: { runId: '11234567-89ab-7cde-8f01-0123456789ab' },
          job: { namespace: 'airflow', name: 'fuzz_dag' },
        },
        errorMessage: { ...producer, message: 'No', programmingLanguage: 'py' },
        processing_engine: { ...producer, name: 'spark', version: '3.5.1' },
        tags: {
          ...producer,
          tags: [{ key: 'team', value: 'risk', source: 'AIRFLOW' }],
        },
        jobDependencies: {
          ...producer,
          upstream: [{ job: { namespace: 'airflow', name: 'before' } }],
        },
      },
    },
    job: {
      namespace: 'airflow',
      name: 'fuzz',
      facets: {
        jobType: { ...producer, processingType: 'BATCH', integration: 'X' },
        sql: { ...producer, query: 'select 1' },
        ownership: { ...producer, owners: [{ name: 'team:data' }] },
        lineage: {
          ...producer,
          entries: [
            {
              namespace: 'postgres://dwh:5432',
              name: 'out',
              type: 'DATASET',
              inputs: [
                {
                  namespace: 'postgres://dwh:5432',
                  name: 'in',
                  type: 'DATASET',
                },
              ],
              fields: {
                id: {
                  inputs: [{ ...dataset('in'), type: 'DATASET', field: 'id' }],
                },
              },
            },
          ],
        },
      },
    },
    inputs: [
      {
        ...dataset('in', {
          version: { ...producer, datasetVersion: '7' },
          symlinks: {
            ...producer,
            identifiers: [{ namespace: 's3://b', name: 'in', type: 'TABLE' }],
          },
        }),
        inputFacets: {
          dataQualityAssertions: {
            ...producer,
            assertions: [{ assertion: 'not_null', success: false }],
          },
        },
      },
    ],
    outputs: [
      dataset('out', {
        schema: { ...producer, fields: [{ name: 'id', type: 'int' }] },
        lifecycleStateChange: {
          ...producer,
          lifecycleStateChange: 'RENAME',
          previousIdentifier: { namespace: 'x', name: 'y' },
        },
        columnLineage: {
          ...producer,
          fields: {
            id: {
              inputFields: [
                {
                  ...dataset('in'),
                  field: 'id',
                  transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
                },
              ],
            },
          },
          dataset: [{ ...dataset('in'), field: 'id' }],
        },
        tags: { ...producer, tags: [{ key: 'pii', value: 'true' }] },
      }),
    ],
  },
  {
    eventTime: '2026-03-01T05:00:00Z',
    producer: producer._producer,
    schemaURL: producer._schemaURL,
    job: { namespace: 'airflow', name: 'declared' },
    inputs: [dataset('in')],
    outputs: [dataset('out')],
  },
  {
    eventTime: '2026-03-01T06:00:00Z',
    producer: producer._producer,
    schemaURL: producer._schemaURL,
    dataset: dataset('out', {
      documentation: { ...producer, description: '' },
    }),
  },
];

type Place = readonly (string | number)[];

/** The places of everything in a value, itself excluded. */
function placesIn(value: unknown, before: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, part]) => {
    const place = [...before, Array.isArray(value) ? Number(key) : key];
    return [place, ...placesIn(part, place)];
  });
}

/** The same with something else at a place, or nothing. */
function replaced(value: unknown, place: Place, by: unknown): unknown {
  if (place.length === 0) {
    return by;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [key, ...rest] = place;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}

/** Whole events with one to three things in them left out or replaced. */
const spoiledEvents = fc
  .constantFrom(...wholeEvents)
  .chain(event =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...placesIn(event)),
          fc.option(oddValues, { nil: undefined }),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(spots =>
        spots.reduce<unknown>(
          (spoiled, [place, by]) => replaced(spoiled, place, by),
          event,
        ),
      ),
  );

const events: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: spoiledEvents },
  {
    weight: 2,
    arbitrary: valuesOfSchema(
      openApiDocument.components.schemas.OpenLineageEvent,
    ),
  },
  { weight: 1, arbitrary: oddValues },
);

/** Runs are told apart by how the names of their jobs begin. */
const goodJob = (index: number) => `${String(index).padStart(4, '0')}-good`;

const many = fc.array(events, { minLength: 1, maxLength: 4 });

/** What is sent where, and how it says that it is packed: mostly as it should. */
const deliveries = fc
  .record({
    sent: fc.oneof(
      fc.record({ path: fc.constant(SINGLE), body: usually(events, many) }),
      fc.record({ path: fc.constant(BATCH), body: usually(many, events) }),
    ),
    packed: fc.constantFrom('gzip', undefined),
    cut: usually(fc.constant(undefined), fc.nat({ max: 200 })),
    says: usually(fc.constant(undefined), fc.constantFrom('gzip', 'br')),
  })
  .map(({ sent: { path, body }, packed, cut, says }) => {
    const text = Buffer.from(JSON.stringify(body) ?? '');
    const bytes = packed ? gzipSync(text) : text;
    return { path, bytes: bytes.subarray(0, cut), encoding: says ?? packed };
  });

function usually<T, U>(
  right: fc.Arbitrary<T>,
  wrong: fc.Arbitrary<U>,
): fc.Arbitrary<T | U> {
  return fc.oneof(
    { weight: 14, arbitrary: right },
    { weight: 1, arbitrary: wrong },
  );
}

describe.each(databases.eachSupportedId())('any event on %s', id => {
  it('is answered as described, and nothing else is lost', async () => {
    const knex = await databases.init(id);
    const backend = await startLineageBackend({
      features: [
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
    const { service } = backend;
    for (const event of wholeEvents) {
      const { status, text } = await service.post(SINGLE, event);
      expect([status, text]).toEqual([201, '']);
    }
    const statuses = new Map<number, number>();
    /** What became of events with nothing odd. */
    const good: number[] = [];
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ path, bytes, encoding }) => {
        const answer: Response = await service
          .post(path, bytes, {
            'Content-Type': 'application/json',
            ...(encoding && { 'Content-Encoding': encoding }),
          })
          .serialize(asItIs);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expectDescribed('post', path, answer);
        // Between those that are odd.
        if (good.length < 20) {
          const event = runEvent({
            job: goodJob(good.length),
            inputs: ['source'],
            outputs: [`target-${good.length}`],
          });
          good.push((await service.post(SINGLE, event)).status);
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
    // All that can be said of them was said.
    for (const status of [200, 201, 400, 415]) {
      expect([status, statuses.get(status)]).toEqual([
        status,
        expect.any(Number),
      ]);
    }
    expect(new Set(good)).toEqual(new Set([201]));
    await backend.waitUntilDrained();
    const { body } = await backend.user.get(
      `/graph?root=${encodeURIComponent(datasetId('source'))}&depth=1&environment=*`,
    );
    expect(body.nodes.map((node: { id: string }) => node.id)).toEqual(
      expect.arrayContaining(good.map((_, index) => jobId(goodJob(index)))),
    );
  });
});
