import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { GraphSeed, minutesLater } from '../graph/__testUtils__/GraphSeed';
import { unmappedLimits } from './unmappedLimits';
import { UnmappedQuery } from './UnmappedQuery';
import { readUnmappedRequest } from './unmappedRequests';
import { UnmappedStore } from './UnmappedStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('UnmappedStore on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const store = new UnmappedStore({ defaultEnvironment: 'production', knex });
    return {
      knex,
      seed: new GraphSeed(knex),
      store,
      list: (query: Partial<UnmappedQuery> = {}) =>
        store.list({ sort: 'lastSeen', limit: 25, ...query }),
      seenAt: (node: number, minutes: number) =>
        knex('node')
          .where({ id: node })
          .update({ last_seen: minutesLater(minutes) }),
    };
  }

  const names = ({ items }: { items: { name: string }[] }) =>
    items.map(({ name }) => name);

  it('lists what no entity claims, as itself, with what is known of it', async () => {
    const { list, seed } = await start();
    const plain = await seed.dataset('plain', 's3://lake');
    await seed.entity('dataset:default/orders', [await seed.dataset('orders')]);
    await seed.same([plain, await seed.dataset('alias')]);
    await seed.fold(plain, [
      await seed.dataset('plain/dt=1'),
      await seed.dataset('plain/dt=2'),
    ]);
    await seed.forget([plain]);
    const job = await seed.job('etl');
    const step = await seed.step(job, plain);
    // Only named by others, such as as the parent of a job.
    await seed.forget([await seed.job('dag')]);
    await seed.edge(step, plain);
    await seed.edge(plain, job);
    await seed.edge(plain, step);
    await seed.place('test', [plain]);
    await seed.facet(plain, 'datasetType', { datasetType: 'FILE' });
    await seed.facet(job, 'ownership', {
      owners: [{ name: 'team:data' }, { name: 5 }, { name: 'amy' }],
    });
    await seed.facet(job, 'jobType', { processingType: 'BATCH' });
    expect(await list({ sort: 'name' })).toEqual({
      items: [
        {
          id: 'ol:job:ns/etl',
          kind: 'job',
          namespace: 'ns',
          name: 'etl',
          environment: 'production',
          type: 'batch',
          upstream: 1,
          downstream: 1,
          owners: ['team:data', 'amy'],
          firstSeen: '2026-03-01T04:00:00.000Z',
          lastSeen: '2026-03-01T04:01:00.000Z',
        },
        {
          id: 'ol:dataset:s3%3A%2F%2Flake/plain',
          kind: 'dataset',
          namespace: 's3://lake',
          name: 'plain',
          environment: 'test',
          type: 'file',
          upstream: 1,
          downstream: 2,
          foldedNames: 2,
          firstSeen: '2026-03-01T04:00:00.000Z',
          lastSeen: '2026-03-01T04:01:00.000Z',
        },
      ],
      total: 2,
    });
  });

  it('takes the latest facet of all names, and of what folds into them', async () => {
    const { knex, list, seed } = await start();
    const [shown, alias] = [await seed.dataset('a'), await seed.dataset('b')];
    await seed.same([shown, alias]);
    await seed.facet(shown, 'datasetType', { datasetType: 'TABLE' }, 1);
    await seed.facet(alias, 'datasetType', { datasetType: 'VIEW' }, 2);
    expect((await list()).items).toMatchObject([{ type: 'view' }]);
    const part = await seed.dataset('a_2026');
    await seed.facet(part, 'datasetType', { datasetType: 'FILE' }, 3);
    await knex('folded_facet').insert(
      knex('facet')
        .where({ node_id: part })
        .select(
          knex.raw('? as node_id', [shown]),
          'name',
          'stamp',
          'content_hash',
        ),
    );
    await seed.fold(shown, [part]);
    expect((await list()).items).toMatchObject([{ type: 'file' }]);
    // A facet that was deleted is none.
    await knex('facet')
      .where({ node_id: alias })
      .update({
        content_hash: null,
        stamp: `${minutesLater(9)}|x`,
      });
    expect((await list()).items[0]).not.toHaveProperty('type');
  });

  it('filters by kind, environment and part of a name', async () => {
    const { list, seed } = await start();
    const made = [
      await seed.dataset('Shop_Orders', 'postgres://DB:1'),
      await seed.dataset('users', 'postgres://db:1'),
      await seed.dataset('Ärger', 'x%y'),
    ];
    await seed.job('load_orders');
    await seed.place('test', [made[1]]);
    const find = async (query: Partial<UnmappedQuery>) => {
      const page = await list({ sort: 'name', ...query });
      expect(page.total).toBe(page.items.length);
      return names(page);
    };
    expect(await find({ kind: 'job' })).toEqual(['load_orders']);
    expect(await find({ kind: 'dataset' })).toEqual([
      'Shop_Orders',
      'users',
      'Ärger',
    ]);
    expect(await find({ environment: 'test' })).toEqual(['users']);
    expect(await find({ environment: 'none' })).toEqual([]);
    expect(await find({ text: 'ORDERS' })).toEqual([
      'Shop_Orders',
      'load_orders',
    ]);
    expect(await find({ text: '://db' })).toEqual(['Shop_Orders', 'users']);
    expect(await find({ text: 'Är' })).toEqual(['Ärger']);
    // Nothing in it is a pattern.
    expect(await find({ text: '%' })).toEqual(['Ärger']);
    expect(await find({ text: '_' })).toEqual(['Shop_Orders', 'load_orders']);
    expect(await find({ text: "' or 1=1 --" })).toEqual([]);
    expect(await find({ text: 'orders', kind: 'job' })).toEqual([
      'load_orders',
    ]);
  });

  it.each(['lastSeen', 'name', 'connections'] as const)(
    'goes on after the last item when sorted by %s',
    async sort => {
      const { list, seed, seenAt } = await start();
      const hub = await seed.entity('model:default/hub', []);
      const expected: { name: string; seen: number; edges: number }[] = [];
      for (let index = 0; index < 23; index++) {
        // Several have the same.
        const [seen, edges] = [(index * 7) % 5, (index * 3) % 4];
        const name = `d${(index * 5) % 23}`;
        const node = await seed.dataset(name);
        await seenAt(node, seen);
        for (let edge = 0; edge < edges; edge++) {
          await seed.edge(node, edge === 0 ? hub : 1000 + edge);
        }
        expected.push({ name, seen, edges });
      }
      const ordered = expected
        .map((item, index) => ({ ...item, index }))
        .sort((a, b) => {
          if (sort === 'name') {
            return a.name < b.name ? -1 : 1;
          }
          const key = sort === 'lastSeen' ? 'seen' : 'edges';
          return b[key] - a[key] || b.index - a.index;
        })
        .map(({ name }) => name);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const query = readUnmappedRequest({
          sort,
          limit: '4',
          ...(cursor && { cursor }),
        });
        const page = await list(query);
        expect(page.total).toBe(23);
        expect(page.items.length).toBeLessThanOrEqual(4);
        found.push(...names(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(found).toEqual(ordered);
    },
  );

  it('goes on after names of any length', async () => {
    const { list, seed } = await start();
    const long = `a${'ü'.repeat(5000)}`;
    await seed.dataset(long, 'n1');
    await seed.dataset(long, 'n2');
    const first = await list({ sort: 'name', limit: 1 });
    const { after } = readUnmappedRequest({
      sort: 'name',
      cursor: first.nextCursor,
    });
    const second = await list({ sort: 'name', limit: 1, after });
    expect([first, second].map(({ items }) => items[0].namespace)).toEqual([
      'n1',
      'n2',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('looks at no more than it says, the newest first', async () => {
    const { knex, list } = await start();
    const { compared } = unmappedLimits;
    await knex.batchInsert(
      'node',
      Array.from({ length: compared + 1 }, (_, index) => ({
        kind: 1,
        key: `k${index}`,
        namespace: 'n',
        name: `d${index}`,
        first_seen: minutesLater(0),
        last_seen: minutesLater(0),
      })),
      50,
    );
    const byTime = await list({ limit: 1 });
    expect(byTime).toMatchObject({ total: unmappedLimits.total });
    expect(byTime).not.toHaveProperty('truncated');
    const byConnections = await list({ limit: 1, sort: 'connections' });
    expect(byConnections).toMatchObject({
      items: [{ name: `d${compared}` }],
      truncated: true,
    });
    const last = await list({ limit: 1, text: 'd0' });
    expect(names(last)).toEqual(['d0']);
    expect(
      (await list({ limit: 1, text: 'd0', sort: 'connections' })).items,
    ).toEqual([]);
  });

  it('finds by any of their names what belongs to no entity', async () => {
    const { seed, store } = await start();
    const plain = await seed.dataset('plain');
    await seed.fold(plain, [await seed.dataset('plain/dt=1')]);
    await seed.entity('dataset:default/orders', [await seed.dataset('orders')]);
    await seed.forget([await seed.job('dag')]);
    const asked = [
      'ol:dataset:ns/plain',
      'ol:dataset:ns/plain%2Fdt%3D1',
      'ol:dataset:ns/orders',
      'ol:job:ns/dag',
      'ol:job:ns/unknown',
      'dataset:default/orders',
    ].map(parseLineageNodeId);
    const found = await store.find(asked);
    expect([...found.keys()]).toEqual(asked.slice(0, 2));
    for (const thing of found.values()) {
      expect(thing).toEqual({
        kind: 'dataset',
        namespace: 'ns',
        name: 'plain',
        environment: 'production',
        facets: [],
      });
    }
    expect(await store.find([])).toEqual(new Map());
  });
});

describe('readUnmappedRequest', () => {
  it('does not take the cursor of another list', async () => {
    const cursor = Buffer.from('["name:","5"]').toString('base64url');
    expect(readUnmappedRequest({ sort: 'name', cursor })).toMatchObject({
      after: { value: '', id: 5 },
    });
    for (const sort of ['lastSeen', 'connections']) {
      expect(() => readUnmappedRequest({ sort, cursor })).toThrow(
        `cursor '${cursor}' was not given by this list`,
      );
    }
    for (const text of [
      '["connections:x","5"]',
      '["connections:5","x"]',
      '["connections:5","5",1]',
    ]) {
      const bad = Buffer.from(text).toString('base64url');
      expect(() =>
        readUnmappedRequest({ sort: 'connections', cursor: bad }),
      ).toThrow('was not given by this list');
    }
  });

  it('takes no filter for all', () => {
    expect(readUnmappedRequest({ environment: '*', text: '' })).toEqual({
      sort: 'lastSeen',
      limit: 25,
    });
  });
});
