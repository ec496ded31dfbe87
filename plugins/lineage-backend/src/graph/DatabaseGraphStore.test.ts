import { LineageSide } from '@understudy/plugin-lineage-common';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { GraphSeed, minutesLater } from './__testUtils__/GraphSeed';
import { DatabaseGraphStore } from './DatabaseGraphStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DatabaseGraphStore on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const seed = new GraphSeed(knex);
    const production = await seed.environment('production');
    return {
      knex,
      seed,
      production,
      environments: [0, production],
      store: new DatabaseGraphStore({ knex }),
    };
  }

  it('reads neighbours on both sides, smaller ids first', async () => {
    const { environments, seed, store } = await start();
    const [a, b, c, d] = [
      await seed.dataset('a'),
      await seed.job('b'),
      await seed.dataset('c'),
      await seed.dataset('d'),
    ];
    await seed.edge(d, b, { origin: 3 });
    await seed.edge(a, b);
    await seed.edge(b, c, { origin: 2 });
    const found = await store.neighbours(
      { upstream: [b, c], downstream: [b, d] },
      { most: 10, environments },
    );
    expect([...found.upstream]).toEqual([
      [
        b,
        {
          list: [
            { id: a, origin: 1 },
            { id: d, origin: 3 },
          ],
          more: false,
        },
      ],
      [c, { list: [{ id: b, origin: 2 }], more: false }],
    ]);
    expect(Object.fromEntries(found.downstream)).toEqual({
      [b]: { list: [{ id: c, origin: 2 }], more: false },
      [d]: { list: [{ id: b, origin: 3 }], more: false },
    });
    expect(
      await store.neighbours(
        { upstream: [], downstream: [] },
        { most: 10, environments },
      ),
    ).toEqual({ upstream: new Map(), downstream: new Map() });
  });

  it.each<LineageSide>(['upstream', 'downstream'])(
    'reads no more of a hub than asked for, %s',
    async side => {
      const { environments, knex, production, seed, store } = await start();
      const hub = await seed.dataset('hub');
      const small = await seed.dataset('small');
      const readers = Array.from({ length: 2000 }, (_, index) => 1000 + index);
      const row = { environment_id: production, origin: 1 };
      await knex.batchInsert(
        'edge',
        readers.map(reader =>
          side === 'downstream'
            ? { ...row, src: hub, dst: reader }
            : { ...row, src: reader, dst: hub },
        ),
        100,
      );
      await (side === 'downstream'
        ? seed.edge(small, 1000)
        : seed.edge(1000, small));
      const nodes = { upstream: [], downstream: [], [side]: [hub, small] };
      const found = (await store.neighbours(nodes, { most: 3, environments }))[
        side
      ];
      expect(found.get(hub)).toEqual({
        list: [1000, 1001, 1002].map(other => ({ id: other, origin: 1 })),
        more: true,
      });
      expect(found.get(small)).toEqual({
        list: [{ id: 1000, origin: 1 }],
        more: false,
      });
      const whole = (
        await store.neighbours(nodes, { most: 2000, environments })
      )[side].get(hub);
      expect(whole?.list).toHaveLength(2000);
      expect(whole?.more).toBe(false);
      expect(
        [...(await store.count(nodes, environments))[side]].sort(),
      ).toEqual([
        [hub, 2000],
        [small, 1],
      ]);
    },
  );

  it('takes more ids than a statement takes values', async () => {
    const { environments, seed, store } = await start();
    const [a, b] = [await seed.dataset('a'), await seed.dataset('b')];
    await seed.edge(a, b);
    const many = Array.from({ length: 50_000 }, (_, index) => index + 1);
    const found = await store.neighbours(
      { upstream: many, downstream: many },
      { most: 1, environments },
    );
    expect([...found.downstream.keys()]).toEqual([a]);
    expect(await store.readIdentities(many)).toHaveLength(2);
    expect((await store.readNodes(many)).size).toBe(2);
    expect((await store.readNames(many)).size).toBe(2);
  });

  it('finds what a name is shown as', async () => {
    const { seed, store } = await start();
    const orders = await seed.dataset('orders', 'postgres://h:1');
    const alias = await seed.dataset('orders_v', 'postgres://h:1');
    const other = await seed.dataset('other');
    const entity = await seed.entity('dataset:default/orders', [orders, alias]);
    const find = (namespace: string, name: string) =>
      store.findRoot({ kind: 'dataset', namespace, name });
    expect(
      await store.findRoot({
        kind: 'entity',
        entityRef: 'dataset:default/orders',
      }),
    ).toEqual({ id: entity, steps: [] });
    expect(await find('postgres://h:1', 'orders_v')).toEqual({
      id: entity,
      steps: [],
    });
    expect(await find('ns', 'other')).toEqual({ id: other, steps: [] });
    // Names are taken as they are written.
    expect(await find('ns', 'Other')).toBeUndefined();
    expect(
      await store.findRoot({ kind: 'job', namespace: 'ns', name: 'other' }),
    ).toBeUndefined();
  });

  it('finds the steps of a job, also of one that is an entity', async () => {
    const { seed, store } = await start();
    const outputs = [await seed.dataset('x'), await seed.dataset('y')];
    const job = await seed.job('etl');
    const steps = [
      await seed.step(job, outputs[0]),
      await seed.step(job, outputs[1]),
    ];
    const found = await store.findRoot({
      kind: 'job',
      namespace: 'ns',
      name: 'etl',
    });
    expect(found?.id).toBe(job);
    expect(found?.steps.sort()).toEqual(steps);
    const entity = await seed.entity('component:default/etl', [job]);
    const shown = await store.findRoot({
      kind: 'entity',
      entityRef: 'component:default/etl',
    });
    expect(shown?.id).toBe(entity);
    expect(shown?.steps.sort()).toEqual(steps);
  });

  it('tells what decides whether nodes may be seen', async () => {
    const { seed, store } = await start();
    const dataset = await seed.dataset('d');
    const job = await seed.job('j');
    const owned = await seed.job('k');
    const step = await seed.step(job, dataset);
    const ownedStep = await seed.step(owned, dataset);
    const entity = await seed.entity('component:default/k', [owned]);
    const found = await store.readIdentities([
      dataset,
      job,
      step,
      ownedStep,
      entity,
      999,
    ]);
    expect(found.sort((a, b) => a.id - b.id)).toEqual(
      [
        { id: dataset, kind: 'dataset' },
        { id: job, kind: 'job' },
        { id: step, kind: 'job' },
        {
          id: ownedStep,
          kind: 'entity',
          entityRef: 'component:default/k',
        },
        { id: entity, kind: 'entity', entityRef: 'component:default/k' },
      ].sort((a, b) => a.id - b.id),
    );
  });

  it('shows nodes under their names', async () => {
    const { seed, store } = await start();
    const output = await seed.dataset('a/b c', 's3://bucket');
    const job = await seed.job('etl.load', 'airflow');
    const step = await seed.step(job, output);
    const first = await seed.dataset('orders', 'a://x');
    const second = await seed.dataset('orders', 'b://x');
    const entity = await seed.entity('dataset:default/orders', [second, first]);
    const nodes = await store.readNodes([output, job, step, entity]);
    const seen = {
      firstSeen: '2026-03-01T04:00:00.000Z',
      lastSeen: '2026-03-01T04:01:00.000Z',
    };
    expect(nodes.get(output)).toEqual({
      id: 'ol:dataset:s3%3A%2F%2Fbucket/a%2Fb%20c',
      kind: 'dataset',
      namespace: 's3://bucket',
      name: 'a/b c',
      ...seen,
    });
    expect(nodes.get(job)).toMatchObject({
      id: 'ol:job:airflow/etl.load',
      kind: 'job',
    });
    expect(nodes.get(step)).toEqual({
      id: 'ol:job:airflow/etl.load#s3%3A%2F%2Fbucket/a%2Fb%20c',
      kind: 'job',
      namespace: 'airflow',
      name: 'etl.load',
    });
    expect(nodes.get(entity)).toEqual({
      id: 'dataset:default/orders',
      kind: 'entity',
      entityRef: 'dataset:default/orders',
      namespace: 'a://x',
      name: 'orders',
      ...seen,
    });
    const names = await store.readNames([output, job, step, entity, 999]);
    expect(Object.fromEntries(names)).toEqual({
      [output]: {
        id: 'ol:dataset:s3%3A%2F%2Fbucket/a%2Fb%20c',
        kind: 'dataset',
        namespace: 's3://bucket',
        name: 'a/b c',
      },
      [job]: {
        id: 'ol:job:airflow/etl.load',
        kind: 'job',
        namespace: 'airflow',
        name: 'etl.load',
      },
      [step]: {
        id: 'ol:job:airflow/etl.load',
        kind: 'job',
        namespace: 'airflow',
        name: 'etl.load',
      },
      [entity]: {
        id: 'dataset:default/orders',
        kind: 'entity',
        entityRef: 'dataset:default/orders',
        namespace: 'a://x',
        name: 'orders',
      },
    });
    await seed.entity('component:default/etl', [job]);
    expect((await store.readNodes([step])).get(step)).toMatchObject({
      id: 'component:default/etl#s3%3A%2F%2Fbucket/a%2Fb%20c',
      kind: 'entity',
      entityRef: 'component:default/etl',
    });
    expect((await store.readNames([step])).get(step)).toMatchObject({
      id: 'component:default/etl',
      kind: 'entity',
    });
  });

  it('shows type, quality and the end of a dataset', async () => {
    const { seed, store } = await start();
    const [one, other] = [await seed.dataset('a'), await seed.dataset('b')];
    const entity = await seed.entity('dataset:default/x', [one, other]);
    await seed.facet(one, 'datasetType', { datasetType: 'TABLE' });
    await seed.facet(
      one,
      'dataQualityAssertions',
      { assertions: [{ assertion: 'not_null', success: true }] },
      1,
    );
    // The later one holds, whichever name it was said of.
    await seed.facet(
      other,
      'dataQualityAssertions',
      {
        assertions: [
          { assertion: 'not_null', success: true },
          { assertion: 'unique', success: false },
          { assertion: 'odd' },
        ],
      },
      2,
    );
    await seed.facet(
      other,
      'lifecycleStateChange',
      { lifecycleStateChange: 'DROP' },
      3,
    );
    await seed.facet(one, 'documentation', { description: 'x' });
    expect((await store.readNodes([entity])).get(entity)).toMatchObject({
      type: 'table',
      quality: { failed: 1, total: 3 },
      droppedAt: '2026-03-01T04:03:00.000Z',
    });
    const back = await seed.dataset('c');
    await seed.facet(back, 'lifecycleStateChange', {
      lifecycleStateChange: 'CREATE',
    });
    await seed.facet(back, 'datasetType', undefined);
    await seed.facet(back, 'dataQualityAssertions', { assertions: 'none' });
    const node = (await store.readNodes([back])).get(back);
    expect(Object.keys(node ?? {})).toEqual([
      'id',
      'kind',
      'namespace',
      'name',
      'firstSeen',
      'lastSeen',
    ]);
  });

  it('shows the last run of a job, and of its steps', async () => {
    const { seed, store } = await start();
    const output = await seed.dataset('o');
    const job = await seed.job('j');
    const step = await seed.step(job, output);
    await seed.facet(job, 'jobType', { processingType: 'BATCH' });
    await seed.run(1, { job, state: 4 });
    const runId = await seed.run(2, { job, state: 3 });
    const nodes = await store.readNodes([job, step]);
    const expected = {
      type: 'batch',
      lastRun: {
        id: runId,
        state: 'aborted',
        at: '2026-03-01T04:02:00.000Z',
      },
    };
    expect(nodes.get(job)).toMatchObject(expected);
    expect(nodes.get(step)).toMatchObject(expected);
  });

  it('tells whom events name as owners, of what is no entity', async () => {
    const { seed, store } = await start();
    const [claimed, other] = [await seed.dataset('a'), await seed.dataset('b')];
    const entity = await seed.entity('dataset:default/a', [claimed]);
    for (const dataset of [claimed, other]) {
      await seed.facet(dataset, 'ownership', {
        owners: [
          { name: 'team:Payments Platform' },
          { name: 'user:default/x' },
        ],
      });
    }
    const nodes = await store.readNodes([entity, other]);
    expect(nodes.get(other)).toMatchObject({
      owners: ['group:default/payments-platform', 'user:default/x'],
    });
    expect(nodes.get(entity)).not.toHaveProperty('owners');
  });

  it('tells when connections were last observed', async () => {
    const { environments, seed, store } = await start();
    const [a, b, c] = [1, 2, 3].map(n => n);
    await seed.edge(a, b, { origin: 3, lastSeen: minutesLater(7) });
    await seed.edge(b, c, { origin: 2 });
    expect(
      await store.readLastSeen(
        [
          { source: b, target: c },
          { source: a, target: b },
          { source: a, target: c },
        ],
        environments,
      ),
    ).toEqual([undefined, minutesLater(7), undefined]);
    expect(await store.readLastSeen([], environments)).toEqual([]);
  });
});
