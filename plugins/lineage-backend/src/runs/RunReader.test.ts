import { nameKey, parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset as datasetOf, runEvent } from '../__testUtils__/runEvent';
import { everything, viewOf } from '../access/__testUtils__/views';
import {
  GraphSeed,
  minutesLater,
  stampAt,
} from '../graph/__testUtils__/GraphSeed';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { NodeDetailReader } from '../graph/NodeDetailReader';
import { NodeLookup } from '../graph/NodeLookup';
import { decodeCursor } from '../router/cursor';
import { RunReader } from './RunReader';

jest.setTimeout(60_000);

const load = parseLineageNodeId('ol:job:ns/load');
const orders = parseLineageNodeId('dataset:default/orders');

function io(...names: string[]) {
  return Object.fromEntries(
    names.map(name => [
      nameKey({ kind: 'dataset', namespace: 'ns', name }),
      { first: minutesLater(0), last: stampAt(0) },
    ]),
  );
}

describe.each(databases.eachSupportedId())('RunReader on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const store = new DatabaseGraphStore({ knex });
    const runs = new RunReader({
      knex,
      nodes: new NodeLookup({ knex }),
      rules: testRules,
      store,
    });
    return {
      knex,
      seed: new GraphSeed(knex),
      runs,
      details: new NodeDetailReader({ knex, runs, store }),
    };
  }

  it('says which part a run wrote, of what rules see as one', async () => {
    const { knex, runs } = await start();
    await acceptEvents(
      knex,
      ['2026-11-01', '2026-11-02'].map((day, index) =>
        runEvent({
          time: `${day}T10:00:00Z`,
          runId: `0192d0a0-0000-7000-8000-00000000000${index}`,
          outputs: [datasetOf(`orders/dt=${day}`), datasetOf('log')],
        }),
      ),
    );
    await drainEvents(knex);
    const page = await runs.list(
      { node: { kind: 'dataset', namespace: 'db', name: 'orders' }, limit: 5 },
      { view: everything },
    );
    const ordersId = 'ol:dataset:db/orders';
    expect(page.items.map(({ outputs }) => outputs)).toEqual([
      [
        { id: 'ol:dataset:db/log', namespace: 'db', name: 'log' },
        {
          id: ordersId,
          namespace: 'db',
          name: 'orders/dt=2026-11-02',
          partition: 'dt=2026-11-02',
        },
      ],
      [
        { id: 'ol:dataset:db/log', namespace: 'db', name: 'log' },
        {
          id: ordersId,
          namespace: 'db',
          name: 'orders/dt=2026-11-01',
          partition: 'dt=2026-11-01',
        },
      ],
    ]);
  });

  it('lists what used a version, what came of it, and whose that is', async () => {
    const { knex, runs } = await start();
    const version = (of: string) => ({ version: { datasetVersion: of } });
    const score = (number: number, of: string, day: string) =>
      runEvent({
        job: 'score',
        runId: `0192d0a0-0000-7000-8000-00000000000${number}`,
        time: `2026-11-${day}T10:00:00Z`,
        inputs: [datasetOf('model', version(of)), datasetOf('features')],
        outputs: [datasetOf(`scores/dt=2026-11-${day}`)],
      });
    await acceptEvents(knex, [
      score(1, '41', '01'),
      score(2, '42', '02'),
      score(3, '42', '03'),
      score(4, '42', '04'),
      runEvent({
        job: 'publish',
        runId: '0192d0a0-0000-7000-8000-000000000009',
        inputs: [datasetOf('scores')],
        outputs: [datasetOf('shop')],
      }),
    ]);
    await drainEvents(knex);
    const using = async (query: object) =>
      await runs.listUsing(
        {
          used: {
            node: { kind: 'dataset', namespace: 'db', name: 'model' },
            version: '42',
          },
          limit: 5,
          ...query,
        },
        { view: everything },
      );
    const days = async (query: object) =>
      (await using(query)).items.map(({ outputs }) => outputs[0].partition);
    const page = await using({});
    expect(page.nextCursor).toBeUndefined();
    expect(page.items[0]).toMatchObject({
      job: { name: 'score' },
      outputs: [
        {
          id: 'ol:dataset:db/scores',
          partition: 'dt=2026-11-04',
          consumers: [{ id: 'ol:job:etl/publish', kind: 'job' }],
        },
      ],
    });
    expect(await days({})).toEqual([
      'dt=2026-11-04',
      'dt=2026-11-03',
      'dt=2026-11-02',
    ]);
    expect(
      await days({
        from: '2026-11-03T00:00:00.000000000Z',
        to: '2026-11-04T00:00:00.000000000Z',
      }),
    ).toEqual(['dt=2026-11-03']);
    const first = await using({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const after = decodeCursor(first.nextCursor ?? '');
    expect(await days({ limit: 2, after })).toEqual(['dt=2026-11-02']);
  });

  it('lists the runs of a job, newest first, page by page', async () => {
    const { seed, runs } = await start();
    const job = await seed.job('load');
    const other = await seed.job('other');
    const ids = [];
    for (const number of [1, 2, 3, 4, 5]) {
      ids.unshift(await seed.run(number, { job }));
    }
    await seed.run(9, { job: other });
    const listed = [];
    let after;
    do {
      const page = await runs.list(
        { node: load, limit: 2, after },
        { view: everything },
      );
      listed.push(...page.items.map(run => run.id));
      after = page.nextCursor && decodeCursor(page.nextCursor);
    } while (after);
    expect(listed).toEqual(ids);
  });

  it('tells what is known of a run', async () => {
    const { knex, seed, runs } = await start();
    const job = await seed.job('load');
    await seed.entity('dataset:default/orders', [await seed.dataset('orders')]);
    await seed.dataset('raw');
    await seed.dataset('late');
    const runId = await seed.run(1, {
      job,
      state: 4,
      facts: {
        snapshot: stampAt(0),
        inputs: {
          ...io('raw', 'late'),
          [nameKey({ kind: 'dataset', namespace: 'ns', name: 'gone' })]: {
            first: minutesLater(-5),
            last: stampAt(-5),
          },
        },
        outputs: Object.fromEntries(
          Object.entries(io('orders')).map(([key, value]) => [
            key,
            { ...value, version: { stamp: stampAt(0), value: '42' } },
          ]),
        ),
        nominal: {
          stamp: stampAt(0),
          value: { start: minutesLater(0), end: minutesLater(60) },
        },
        error: { stamp: stampAt(0), value: 'Out of memory\nat line 3' },
      },
    });
    await knex('run')
      .where({ id: runId })
      .update({ ended_at: minutesLater(8), parent_run_id: 'p' });
    const { items } = await runs.list(
      { node: load, limit: 5 },
      { view: everything },
    );
    expect(items).toEqual([
      {
        id: runId,
        job: { id: 'ol:job:ns/load', namespace: 'ns', name: 'load' },
        state: 'failed',
        startedAt: '2026-03-01T04:01:00.000Z',
        endedAt: '2026-03-01T04:08:00.000Z',
        lastEventAt: '2026-03-01T04:01:00.000Z',
        nominalStart: '2026-03-01T04:00:00.000Z',
        nominalEnd: '2026-03-01T05:00:00.000Z',
        parentRunId: 'p',
        error: 'Out of memory',
        inputs: [
          { id: 'ol:dataset:ns/late', namespace: 'ns', name: 'late' },
          { id: 'ol:dataset:ns/raw', namespace: 'ns', name: 'raw' },
        ],
        outputs: [
          {
            id: 'dataset:default/orders',
            namespace: 'ns',
            name: 'orders',
            version: '42',
          },
        ],
      },
    ]);
  });

  it('lists the runs that wrote a dataset, under any of its names, once', async () => {
    const { seed, runs } = await start();
    const names = [
      await seed.dataset('orders'),
      await seed.dataset('orders_v'),
    ];
    await seed.entity('dataset:default/orders', names);
    const job = await seed.job('load');
    const other = await seed.job('other');
    const first = await seed.run(1, { job, wrote: names });
    const second = await seed.run(2, { job: other, wrote: [names[1]] });
    await seed.run(3, { job });
    const { items, nextCursor } = await runs.list(
      { node: orders, limit: 5 },
      { view: everything },
    );
    expect(items.map(run => [run.id, run.job?.name])).toEqual([
      [second, 'other'],
      [first, 'load'],
    ]);
    expect(nextCursor).toBeUndefined();
  });

  it('leaves out what the caller may not see', async () => {
    const { seed, runs } = await start();
    const dataset = await seed.dataset('orders');
    await seed.entity('dataset:default/orders', [dataset]);
    await seed.dataset('raw');
    const secret = await seed.job('secret');
    await seed.entity('component:default/secret', [secret]);
    const open = await seed.job('open');
    await seed.entity('component:default/open', [open]);
    for (let number = 1; number <= 12; number++) {
      await seed.run(number, {
        job: secret,
        wrote: [dataset],
        facts: { error: { stamp: '', value: 'secret' } },
      });
    }
    const seen = await seed.run(0, {
      job: open,
      wrote: [dataset],
      facts: { inputs: io('raw'), outputs: io('orders') },
    });
    const view = viewOf({
      entities: {
        'dataset:default/orders': { kind: 'Dataset' },
        'component:default/open': { kind: 'Component' },
      },
    });
    const { items } = await runs.list({ node: orders, limit: 3 }, { view });
    expect(items).toMatchObject([
      { id: seen, inputs: [], outputs: [{ name: 'orders' }] },
    ]);
    await expect(runs.list({ node: load, limit: 3 }, { view })).rejects.toThrow(
      "No lineage is known of 'ol:job:ns/load'",
    );
  });

  it('goes on where a long stretch of runs may not be seen', async () => {
    const { seed, runs } = await start();
    const dataset = await seed.dataset('orders');
    await seed.entity('dataset:default/orders', [dataset]);
    const secret = await seed.job('secret');
    for (let number = 1; number <= 20; number++) {
      await seed.run(number, { job: secret, wrote: [dataset] });
    }
    const open = await seed.job('open');
    await seed.entity('component:default/open', [open]);
    await seed.run(0, { job: open, wrote: [dataset] });
    const view = viewOf({
      entities: {
        'dataset:default/orders': { kind: 'Dataset' },
        'component:default/open': { kind: 'Component' },
      },
    });
    const first = await runs.list({ node: orders, limit: 1 }, { view });
    expect(first.items).toEqual([]);
    const listed = [];
    for (let next = first.nextCursor; next;) {
      const page = await runs.list(
        { node: orders, limit: 1, after: decodeCursor(next) },
        { view },
      );
      listed.push(...page.items);
      next = page.nextCursor;
    }
    expect(listed).toHaveLength(1);
  });

  it('lists so many datasets of a run and says that there are more', async () => {
    const { seed, runs } = await start();
    const job = await seed.job('load');
    const names = Array.from({ length: 130 }, (_, index) => `t${index}`);
    for (const name of names) {
      await seed.dataset(name);
    }
    await seed.run(1, { job, facts: { inputs: io(...names) } });
    const {
      items: [run],
    } = await runs.list({ node: load, limit: 1 }, { view: everything });
    expect(run.inputs).toHaveLength(100);
    expect(run.truncated).toBe(true);
  });

  it('does not look into more than it can read of a run', async () => {
    const { seed, runs } = await start();
    const job = await seed.job('load');
    await seed.run(1, {
      job,
      facts: { inputs: io('raw'), filling: 'x'.repeat(1_100_000) },
    });
    const { items } = await runs.list(
      { node: load, limit: 1 },
      { view: everything },
    );
    expect(items).toMatchObject([{ inputs: [], truncated: true }]);
  });

  it('tells everything about a node', async () => {
    const { knex, seed, details } = await start();
    const [a, b] = [await seed.dataset('a'), await seed.dataset('b')];
    await seed.entity('dataset:default/orders', [b, a]);
    const { key } = await knex('node').where({ id: b }).first();
    await knex('entity_name').insert({
      node_key: key,
      entity_ref: 'dataset:default/orders',
      node_kind: 1,
      namespace: 'ns',
      name: 'b',
      role: 'online',
      environment: 'production',
    });
    await seed.facet(a, 'documentation', { description: 'Old' }, 1);
    await seed.facet(b, 'documentation', { description: 'New é' }, 2);
    await seed.facet(a, 'schema', { fields: [] }, 1);
    await seed.facet(b, 'schema', undefined, 2);
    await seed.facet(a, 'big', { text: 'x'.repeat(70_000) });
    const job = await seed.job('load');
    const runId = await seed.run(1, { job, wrote: [a] });
    const detail = await details.get(orders, { view: everything });
    expect(detail).toMatchObject({
      node: { id: 'dataset:default/orders', kind: 'entity', name: 'a' },
      names: [
        { kind: 'dataset', namespace: 'ns', name: 'a' },
        {
          kind: 'dataset',
          namespace: 'ns',
          name: 'b',
          role: 'online',
          environment: 'production',
        },
      ],
      facets: [
        { name: 'big', bytes: 70_011 },
        {
          name: 'documentation',
          at: '2026-03-01T04:02:00.000Z',
          value: { description: 'New é' },
          bytes: 24,
        },
      ],
      runs: [{ id: runId }],
      truncated: false,
    });
    expect(detail.facets[0]).not.toHaveProperty('value');
    await expect(details.get(orders, { view: viewOf({}) })).rejects.toThrow(
      'No lineage is known',
    );
  });
});
