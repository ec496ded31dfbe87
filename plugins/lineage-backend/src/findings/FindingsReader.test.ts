import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { GraphSeed, minutesLater } from '../graph/__testUtils__/GraphSeed';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { FindingsReader } from './FindingsReader';

jest.setTimeout(60_000);

const facts = { kind: 'Dataset' };
const [model, orders, users, service] = [
  'model:default/score',
  'dataset:default/orders',
  'dataset:default/users',
  'component:default/service',
];

describe.each(databases.eachSupportedId())('FindingsReader on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const store = new DatabaseGraphStore({ knex });
    const findings = new FindingsReader({ knex, store });
    return {
      seed: new GraphSeed(knex),
      find: (view = everything, root = model) =>
        findings.find(parseLineageNodeId(root), { view }),
    };
  }

  async function startWithEntities() {
    const started = await start();
    const { seed } = started;
    const entity = async (ref: string, name: string) =>
      await seed.entity(ref, [await seed.dataset(name)]);
    return {
      ...started,
      nodes: {
        model: await entity(model, 'score'),
        orders: await entity(orders, 'orders'),
        users: await entity(users, 'users'),
      },
    };
  }

  const brief = (
    items: { type: string; side: string; other: { id: string } }[],
  ) => items.map(({ type, side, other }) => `${side} ${other.id} ${type}`);

  it('tells what is declared and was never seen, and the other way round', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const train = await seed.job('train');
    await seed.edge(nodes.orders, nodes.model, {
      relations: 'trainedOn,evaluatedOn',
    });
    await seed.edge(nodes.users, train, { lastSeen: minutesLater(7) });
    await seed.edge(train, nodes.model, { lastSeen: minutesLater(9) });
    const found = await find();
    expect(found).toEqual({
      root: model,
      items: [
        {
          type: 'declared-not-observed',
          side: 'upstream',
          other: expect.objectContaining({ id: orders, entityRef: orders }),
          relations: ['evaluatedOn', 'trainedOn'],
          reporting: { root: true, other: true },
        },
        {
          type: 'observed-not-declared',
          side: 'upstream',
          other: expect.objectContaining({ id: users }),
          relations: [],
          via: 1,
          lastSeen: '2026-03-01T04:07:00.000Z',
          reporting: { root: true, other: true },
        },
      ],
      truncated: false,
      complete: true,
    });
    // The same connection, seen from its other end.
    expect(brief((await find(everything, users)).items)).toEqual([
      `downstream ${model} observed-not-declared`,
    ]);
  });

  it('finds nothing where both agree, in whatever environment', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const [job, stage] = [await seed.job('job'), await seed.dataset('stage')];
    const load = await seed.job('load');
    await seed.edge(nodes.orders, nodes.model, { relations: 'trainedOn' });
    await seed.edge(nodes.orders, load, { environment: 'test' });
    await seed.edge(load, stage, { environment: 'test' });
    await seed.edge(stage, job, { environment: 'test' });
    await seed.edge(job, nodes.model, { environment: 'test' });
    expect(await find()).toMatchObject({ items: [], complete: true });
  });

  it('tells when something declared was last seen, though that is over', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const job = await seed.job('job');
    await seed.edge(nodes.orders, nodes.model, { relations: 'trainedOn' });
    const over = { current: false, lastSeen: minutesLater(3) };
    await seed.edge(nodes.orders, job, over);
    await seed.edge(job, nodes.model, over);
    const [finding] = (await find()).items;
    expect(finding).toMatchObject({
      type: 'declared-not-observed',
      lastSeen: '2026-03-01T04:03:00.000Z',
    });
    const blind = viewOf({ entities: { [model]: facts, [orders]: facts } });
    const [seen] = (await find(blind)).items;
    expect(seen).toMatchObject({ type: 'declared-not-observed' });
    expect(seen).not.toHaveProperty('lastSeen');
  });

  it('takes an entity and its jobs as makers of single outputs for one', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const job = await seed.job('etl');
    const component = await seed.entity(service, [job]);
    const step = await seed.step(job, nodes.orders);
    await seed.edge(nodes.users, component, { relations: 'dependsOn' });
    await seed.edge(nodes.users, step);
    await seed.edge(step, nodes.orders);
    expect(brief((await find(everything, users)).items)).toEqual([]);
    expect(brief((await find(everything, service)).items)).toEqual([
      `downstream ${orders} observed-not-declared`,
    ]);
    expect((await find(everything, orders)).items).toMatchObject([
      {
        side: 'upstream',
        other: { id: service },
        type: 'observed-not-declared',
        lastSeen: expect.any(String),
      },
    ]);
  });

  it('says nothing of what the caller cannot see as a whole', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const job = await seed.job('job');
    await seed.edge(nodes.orders, nodes.model, { relations: 'trainedOn' });
    await seed.edge(nodes.orders, job);
    await seed.edge(job, nodes.model);
    await seed.edge(nodes.users, nodes.model, { relations: 'trainedOn' });
    const blind = viewOf({
      entities: { [model]: facts, [orders]: facts },
    });
    // Whether orders were seen to be used is behind a job that may not be seen.
    expect(await find(blind)).toEqual({
      root: model,
      items: [],
      truncated: false,
      complete: false,
    });
    const some = viewOf({
      unmapped: true,
      entities: { [model]: facts, [orders]: facts },
    });
    expect(await find(some)).toMatchObject({ items: [], complete: false });
    await expect(find(viewOf({}))).rejects.toThrow('No lineage is known');
  });

  it('says which end no tool reports about', async () => {
    const { seed, find, nodes } = await startWithEntities();
    const silent = await seed.entity('model:default/silent', []);
    await seed.forget([silent]);
    await seed.edge(nodes.orders, silent, { relations: 'trainedOn' });
    expect(
      (await find(everything, 'model:default/silent')).items,
    ).toMatchObject([
      { other: { id: orders }, reporting: { root: false, other: true } },
    ]);
  });

  it('lists at most 200, and says that there are more', async () => {
    const { seed, find, nodes } = await startWithEntities();
    for (let number = 0; number < 201; number++) {
      const other = await seed.entity(`model:default/m${number}`, []);
      await seed.edge(nodes.model, other, { relations: 'baseOf' });
    }
    const found = await find();
    expect(found.items).toHaveLength(200);
    expect(found.truncated).toBe(true);
  });

  it('is about entities', async () => {
    const { seed, find } = await startWithEntities();
    await seed.dataset('plain');
    await expect(find(everything, 'ol:dataset:ns/plain')).rejects.toThrow(
      "root 'ol:dataset:ns/plain' is no entity",
    );
    await expect(
      find(everything, 'ol:dataset:ns/score'),
    ).resolves.toMatchObject({
      root: model,
    });
    await expect(find(everything, 'model:default/missing')).rejects.toThrow(
      "No lineage is known of 'model:default/missing'",
    );
  });
});
