import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Knex } from 'knex';
import {
  datasets,
  generateEvents,
  jobs,
  shuffle,
} from '../__testUtils__/generateEvents';
import {
  acceptEvents,
  drainEvents,
  testRules,
  emptyTables,
  exportText,
} from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { readNameRules } from '../names/readNameRules';
import { applyNameRules } from '../nodes/refold/applyNameRules';
import { EntityName, EntityNameStore } from '../nodes/EntityNameStore';

jest.setTimeout(120_000);

const airflowEvents: object[] = readFileSync(
  join(__dirname, '__fixtures__/airflow.ndjson'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));

/** A way in which the same events may arrive. */
interface Arrival {
  seed: number;
  copies: number;
  batchEvents: number;
  /** How many of them are there when the first are put into the graph. */
  together: number;
  /** After how many of them the catalog says what they are. */
  namesAfter: number;
  /** After how many of them the rules for names are those that stay. */
  rulesAfter: number;
}

const arrivals: fc.Arbitrary<Arrival> = fc.record({
  seed: fc.integer(),
  copies: fc.constantFrom(1, 3),
  batchEvents: fc.constantFrom(1, 2, 7, 500),
  together: fc.constantFrom(1, 5, 1000),
  namesAfter: fc.constantFrom(0, 10, 1000),
  rulesAfter: fc.constantFrom(0, 0, 7, 1000),
});

const inOrder: Omit<Arrival, 'seed'> = {
  copies: 1,
  batchEvents: 500,
  together: 1000,
  namesAfter: 1000,
  rulesAfter: 0,
};

/** Rules that a portal may have had before, which see other things as one. */
const formerRules = readNameRules(
  new ConfigReader({
    lineage: {
      names: {
        usual: false,
        aliases: [{ namespace: 's3://lake', to: { namespace: 's3://pond' } }],
        partitions: [
          { name: '(?<name>data/[cd])(?<partition>)x?' },
          { kind: 'job', name: '(?<name>dag\\d)\\.(?<partition>.+)' },
          { name: '(?<name>data)/(?<partition>[ef])' },
        ],
        environments: [{ namespace: 's3://pond', environment: 'test' }],
      },
    },
  }),
);

function nameOf(
  entityRef: string,
  kind: EntityName['kind'],
  name: { namespace: string; name: string },
): EntityName {
  return { entityRef, kind, ...name };
}

/** Two names of one entity, one name of two entities, and a job. */
const entityNames = [
  nameOf('dataset:default/one', 'dataset', datasets[0]),
  nameOf('dataset:default/one', 'dataset', datasets[1]),
  nameOf('dataset:default/two', 'dataset', datasets[1]),
  nameOf('component:default/three', 'job', jobs[0]),
  {
    ...nameOf('dataset:default/four', 'dataset', datasets[7]),
    environment: 'dev',
  },
  {
    ...nameOf('dataset:default/five', 'dataset', {
      namespace: 's3://lake',
      name: 'data/p_\\d+',
    }),
    isPattern: true,
  },
];
const formerNames = [
  {
    ...nameOf('dataset:default/six', 'dataset', {
      namespace: 's3a://lake',
      name: 'data/[abc].*',
    }),
    isPattern: true,
  },
  nameOf('dataset:default/former', 'dataset', datasets[2]),
  nameOf('component:default/three', 'job', jobs[1]),
];

async function exportOf(
  knex: Knex,
  events: readonly object[],
  arrival: Omit<Arrival, 'seed'>,
): Promise<string> {
  const { copies, batchEvents, together, namesAfter, rulesAfter } = arrival;
  await emptyTables(knex);
  let rules = rulesAfter > 0 ? formerRules : testRules;
  await applyNameRules(knex, rules);
  await new EntityNameStore({ knex, rules }).replaceAll(formerNames);
  const sent = Array.from({ length: copies }, () => events).flat();
  for (let start = 0; start < sent.length; start += together) {
    if (start >= rulesAfter) {
      rules = testRules;
    }
    await acceptEvents(knex, sent.slice(start, start + together));
    await drainEvents(knex, { batchEvents, rules });
    if (start + together >= namesAfter) {
      await new EntityNameStore({ knex, rules }).replaceAll(entityNames);
    }
  }
  await drainEvents(knex, { rules: testRules });
  await new EntityNameStore({ knex, rules: testRules }).replaceAll(entityNames);
  return await exportText(knex);
}

describe.each(databases.eachSupportedId())('events on %s', id => {
  let knex: Knex;
  let sqlite: Knex;
  beforeAll(async () => {
    knex = await migratedDatabase(id);
    sqlite = await migratedDatabase('SQLITE_3');
  });

  it('give the same graph in any order, repeated, and in batches of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        arrivals,
        async (seed, count, arrival) => {
          const events = generateEvents(seed, count);
          // The same on both databases: what SQLite has is the measure.
          const expected = await exportOf(sqlite, events, inOrder);
          const shuffled = shuffle(events, arrival.seed);
          expect(await exportOf(knex, shuffled, arrival)).toBe(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('generated here have everything that matters for the graph', async () => {
    const text = await exportOf(knex, generateEvents(1, 400), inOrder);
    for (const part of [
      '"kind":"step"',
      '"kind":"entity"',
      '"how":"renamed-from"',
      '"how":"symlink"',
      '"how":"table-symlink"',
      '"origin":"both"',
      '"origin":"declared"',
      '"current":false',
      '"snapshot":',
      '"value":null',
      '"parentRun":"0',
      '"named":',
      '"originalId":"scheduled__1"',
      '"folded":',
      '"environment":"dev"',
      '"root":{',
      '"type":"column"',
      '"type":"declaration"',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('of Airflow give the same graph in any order, repeated, and in batches of any size', async () => {
    const expected = await exportOf(sqlite, airflowEvents, inOrder);
    expect(expected).toContain('"type":"edge"');
    await fc.assert(
      fc.asyncProperty(arrivals, async arrival => {
        const shuffled = shuffle(airflowEvents, arrival.seed);
        expect(await exportOf(knex, shuffled, arrival)).toBe(expected);
      }),
      { numRuns: 5 },
    );
  });
});
