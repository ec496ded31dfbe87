import { Knex } from 'knex';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { everything, viewOf } from '../access/__testUtils__/views';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { parseAskedNode } from '../graph/nodeIds';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { edgesOf, Inputs, makes, shortId } from './__testUtils__/madeFields';
import { ColumnReader } from './ColumnReader';
import { ColumnStore } from './ColumnStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ColumnReader on %s', id => {
  let knex: Knex;
  let reader: ColumnReader;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    reader = new ColumnReader({
      columns: new ColumnStore({ knex }),
      store: new DatabaseGraphStore({ knex }),
    });
  });

  const send = async (...events: object[]) => {
    await acceptEvents(knex, events);
    await drainEvents(knex);
  };
  const read = async (
    root: string,
    field?: string,
    options: { depth?: number; limit?: number; view?: typeof everything } = {},
  ) => {
    const { depth = 5, limit = 100, view = everything } = options;
    return await reader.get(
      {
        root: parseAskedNode(root),
        ...(field !== undefined && { field }),
        depth: { upstream: depth, downstream: depth },
        limit,
      },
      { view },
    );
  };
  const orders = 'ol:dataset:db/orders';

  const chain = [
    makes(
      'sums',
      {
        total: [
          ['orders', 'price'],
          ['orders', 'tax'],
        ],
      },
      { whole: [['orders', 'deleted']] },
    ),
    makes('report', { total: [['sums', 'total']], day: [['days', 'day']] }),
  ];

  it('forgets what a deleted facet said, whichever came first', async () => {
    const made = (time: string) =>
      makes('sums', { total: [['orders', 'price']] }, { time });
    const deleted = runEvent({
      job: 'make.sums',
      time: '2026-11-20T12:00:00Z',
      outputs: [dataset('sums', { columnLineage: { _deleted: true } })],
    });
    await send(made('2026-11-20T11:00:00Z'));
    expect(edgesOf(await read(orders, 'price'))).toHaveLength(1);
    await send(deleted);
    expect(edgesOf(await read(orders, 'price'))).toEqual([]);
    await send(made('2026-11-20T11:30:00Z'));
    expect(edgesOf(await read(orders, 'price'))).toEqual([]);
    await send(made('2026-11-20T12:30:00Z'));
    expect(edgesOf(await read(orders, 'price'))).toHaveLength(1);
  });

  it('goes by column lineage again once the explicit facet was deleted', async () => {
    const made = (time: string, lineage?: object) =>
      makes('sums', { total: [['orders', 'price']] }, { time, lineage });
    const explicit = {
      fields: {
        total: {
          inputs: [
            { type: 'DATASET', namespace: 'db', name: 'orders', field: 'tax' },
          ],
        },
      },
    };
    const all = async () =>
      edgesOf(await read('ol:dataset:db/sums', 'total', { depth: 1 }));
    await send(made('2026-11-20T11:00:00Z', explicit));
    expect(await all()).toEqual(['orders.tax > sums.total direct']);
    await send(made('2026-11-20T12:00:00Z', { _deleted: true }));
    expect(await all()).toEqual(['orders.price > sums.total direct']);
  });

  it('knows the fields of facets that are too big, and says when some are missing', async () => {
    const wide = (columns: number, time: string) => {
      const fields = Object.fromEntries(
        Array.from({ length: columns }, (_, i): [string, Inputs] => [
          `column_${i}`,
          [['orders', `price_in_cents_${i}`]],
        ]),
      );
      return makes('sums', fields, { time });
    };
    await send(wide(4_000, '2026-11-20T11:00:00Z'));
    const whole = await read(orders, 'price_in_cents_3999');
    expect(edgesOf(whole)).toEqual([
      'orders.price_in_cents_3999 > sums.column_3999 direct',
    ]);
    expect(whole.truncated).toBe(false);
    expect(whole).not.toHaveProperty('cut');

    await send(wide(30_000, '2026-11-20T12:00:00Z'));
    for (const node of [orders, 'ol:dataset:db/sums']) {
      expect(await read(node, 'unknown')).toMatchObject({
        truncated: true,
        cut: true,
      });
    }
    await new EntityNameStore({ knex, rules: testRules }).replaceAll([
      {
        entityRef: 'dataset:default/orders',
        kind: 'dataset',
        namespace: 'db',
        name: 'orders',
      },
    ]);
    expect(await read('dataset:default/orders', 'unknown')).toMatchObject({
      cut: true,
    });
    await send(wide(2, '2026-11-20T13:00:00Z'));
    expect(await read(orders, 'column_1')).toMatchObject({ truncated: false });
  });

  it('follows a field both ways, with what the whole depends on', async () => {
    await send(...chain);
    const found = await read('ol:dataset:db/sums', 'total');
    expect(edgesOf(found)).toEqual([
      'orders.deleted > sums.* indirect',
      'orders.price > sums.total direct',
      'orders.tax > sums.total direct',
      'sums.total > report.total direct',
      'sums.* > sums.total indirect within',
    ]);
    expect(
      found.nodes.map(({ id: node, fields, distance }) => [
        shortId(node),
        fields,
        distance,
      ]),
    ).toEqual([
      ['sums', ['total'], { upstream: 0, downstream: 0 }],
      ['orders', ['deleted', 'price', 'tax'], { upstream: 1 }],
      ['report', ['total'], { downstream: 1 }],
    ]);
    expect(found).toMatchObject({
      field: 'total',
      truncated: false,
      complete: true,
    });
    expect(edgesOf(await read(orders, 'deleted', { depth: 1 }))).toEqual([
      'orders.deleted > sums.* indirect',
    ]);
    expect(edgesOf(await read(orders, undefined, { depth: 1 }))).toEqual([
      'orders.deleted > sums.* indirect',
      'orders.price > sums.total direct',
      'orders.tax > sums.total direct',
    ]);
    for (const root of [orders, 'ol:dataset:db/sums']) {
      expect(await read(root, 'unknown')).toMatchObject({
        nodes: [],
        edges: [],
      });
    }
  });

  it('tells what decides over a dataset as a whole, also where nothing else is known of its fields', async () => {
    await send(
      ...chain,
      makes('picked', {}, { whole: [['orders', 'deleted']] }),
    );
    expect(
      edgesOf(await read('ol:dataset:db/sums', undefined, { depth: 1 })),
    ).toEqual([
      'orders.deleted > sums.* indirect',
      'orders.price > sums.total direct',
      'orders.tax > sums.total direct',
      'sums.total > report.total direct',
    ]);
    expect(edgesOf(await read('ol:dataset:db/picked'))).toEqual([
      'orders.deleted > picked.* indirect',
    ]);
    const narrow = await read('ol:dataset:db/sums', 'total', { limit: 1 });
    expect(narrow.nodes.map(({ fields }) => fields)).toEqual([['total']]);
    expect(narrow.truncated).toBe(true);
  });

  it('forgets what later facets no longer say', async () => {
    await send(...chain);
    await send(
      makes(
        'sums',
        { total: [['orders', 'net']] },
        { time: '2026-11-21T00:00:00Z' },
      ),
    );
    expect(edgesOf(await read(orders))).toEqual([
      'orders.net > sums.total direct',
      'sums.total > report.total direct',
    ]);
    await send(
      makes(
        'sums',
        { total: [['orders', 'net']] },
        {
          time: '2026-11-22T00:00:00Z',
          lineage: {
            inputs: [],
            fields: {
              total: {
                inputs: [
                  {
                    type: 'DATASET',
                    namespace: 'db',
                    name: 'books',
                    field: 'sum',
                  },
                ],
              },
            },
          },
        },
      ),
    );
    expect(edgesOf(await read('ol:dataset:db/sums', 'total'))).toEqual([
      'books.sum > sums.total direct',
      'sums.total > report.total direct',
    ]);
  });

  it('sees parts and names of one thing as one', async () => {
    await send(
      makes('lake/dt=2026-11-01', { a: [['orders', 'price']] }),
      makes('copy', { a: [['lake/dt=2026-11-02', 'a']] }),
      makes('mart', { a: [['topic', 'a']] }),
    );
    const names = new EntityNameStore({ knex, rules: testRules });
    await names.replaceAll(
      ['lake', 'topic'].map(name => ({
        entityRef: 'dataset:default/lake',
        kind: 'dataset',
        namespace: 'db',
        name,
      })),
    );
    expect(edgesOf(await read('dataset:default/lake', 'a'))).toEqual([
      '@lake.a > copy.a direct',
      '@lake.a > mart.a direct',
      'orders.price > @lake.a direct',
    ]);
    expect(edgesOf(await read(orders, 'price'))).toEqual([
      '@lake.a > copy.a direct',
      '@lake.a > mart.a direct',
      'orders.price > @lake.a direct',
    ]);
  });

  it('says nothing of datasets that may not be seen', async () => {
    await send(...chain);
    const names = new EntityNameStore({ knex, rules: testRules });
    await names.replaceAll([
      {
        entityRef: 'dataset:default/secret',
        kind: 'dataset',
        namespace: 'db',
        name: 'sums',
      },
    ]);
    const found = await read(orders, 'price', {
      view: viewOf({ unmapped: true }),
    });
    expect(edgesOf(found)).toEqual(['orders.price > report.total restricted']);
    expect(found.complete).toBe(false);
    expect(JSON.stringify(found)).not.toContain('secret');
    await expect(
      read('dataset:default/secret', 'total', {
        view: viewOf({ unmapped: true }),
      }),
    ).rejects.toThrow('No lineage is known');
  });

  it('is bounded', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 300 }, (_, index): [string, Inputs] => [
        `c${index}`,
        [['orders', 'price']],
      ]),
    );
    await send(makes('wide', fields));
    const found = await read(orders, 'price', { limit: 50 });
    expect(found.truncated).toBe(true);
    expect(found.nodes.flatMap(node => node.fields)).toHaveLength(50);
  });
});
