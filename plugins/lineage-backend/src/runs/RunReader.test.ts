import { nameKey, parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { databases } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { minutesLater, stampAt } from '../graph/__testUtils__/GraphSeed';
import { decodeCursor } from '../router/cursor';
import { startRuns } from './__testUtils__/startRuns';

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
  const start = () => startRuns(id);

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
        tags: {
          stamp: stampAt(0),
          value: [{ key: 'team', value: 'risk', source: 'AIRFLOW' }],
        },
        engine: { stamp: stampAt(0), value: { name: 'spark' } },
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
        tags: [{ key: 'team', value: 'risk', source: 'AIRFLOW' }],
        engine: { name: 'spark' },
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
    const { items, complete } = await runs.list(
      { node: orders, limit: 3 },
      { view },
    );
    expect(items).toMatchObject([
      { id: seen, inputs: [], outputs: [{ name: 'orders' }] },
    ]);
    expect(complete).toBe(false);
    expect(
      await runs.list({ node: orders, limit: 3 }, { view: everything }),
    ).toMatchObject({ complete: true });
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
    expect(first).toMatchObject({ items: [], complete: false });
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
});
