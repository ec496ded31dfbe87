import { LineageSchemaPage } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  emptyTables,
  testRules,
} from '../__testUtils__/ingest';
import {
  datasets as generatedDatasets,
  generateEvents,
  shuffle,
} from '../__testUtils__/generateEvents';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { everything, viewOf } from '../access/__testUtils__/views';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { readNameRules } from '../names/readNameRules';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { applyNameRules } from '../nodes/refold/applyNameRules';
import { SchemaQuery, SchemaReader } from './SchemaReader';
import { SchemaStore } from './SchemaStore';
import { ConfigReader } from '@backstage/config';

jest.setTimeout(120_000);

const ORDERS = 'dataset:default/orders';
const SALES = 'dataset:default/sales';

/** A run that writes a dataset with these fields. */
function writes(name: string, day: number, fields: string[] | undefined) {
  const facet = fields
    ? { fields: fields.map(field => ({ name: field, type: 'int' })) }
    : { _deleted: true };
  return runEvent({
    time: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`,
    outputs: [dataset(name, { schema: facet })],
  });
}

describe.each(databases.eachSupportedId())('SchemaReader on %s', id => {
  let knex: Knex;
  let reader: SchemaReader;
  let names: EntityNameStore;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    reader = new SchemaReader({
      defaultEnvironment: testRules.defaultEnvironment,
      schemas: new SchemaStore({ knex }),
      store: new DatabaseGraphStore({ knex }),
    });
    names = new EntityNameStore({ knex, rules: testRules });
  });

  const send = async (...events: object[]) => {
    await acceptEvents(knex, events);
    await drainEvents(knex);
  };
  const claim = (claims: Record<string, string>) =>
    names.replaceAll(
      Object.entries(claims).map(([name, entityRef]) => ({
        entityRef,
        kind: 'dataset' as const,
        namespace: 'db',
        name,
      })),
    );
  const read = async (
    query: Partial<{ cursor: LineageSchemaPage; limit: number }> = {},
    view = everything,
  ) => {
    const [epoch, node] = query.cursor?.cursor
      ? JSON.parse(Buffer.from(query.cursor.cursor, 'base64url').toString())
      : [];
    return await reader.read(
      {
        limit: query.limit ?? 100,
        ...(epoch && { after: { epoch: Number(epoch), node: Number(node) } }),
      },
      { view },
    );
  };
  const named = async (query: SchemaQuery, view = everything) =>
    (await reader.read(query, { view })).items;
  /** Entities with their datasets and fields. */
  const short = ({ items }: Pick<LineageSchemaPage, 'items'>) =>
    items.map(
      ({ entityRef, schemas }) =>
        `${entityRef.split('/')[1]}: ${schemas
          .map(
            ({ name, facet }) =>
              `${name}(${Object(facet)
                .fields.map((field: { name: string }) => field.name)
                .join(',')})`,
          )
          .join(' ')}`,
    );

  it('tells the latest schema of each dataset of an entity', async () => {
    await claim({ orders: ORDERS, orders_copy: ORDERS });
    await send(
      writes('orders', 20, ['id', 'price']),
      writes('orders', 19, ['id']),
      writes('orders_copy', 21, ['id']),
    );
    expect(await named({ entities: [ORDERS, SALES] })).toEqual([
      {
        entityRef: ORDERS,
        schemas: [
          expect.objectContaining({
            name: 'orders_copy',
            observedAt: '2026-11-21T10:00:00.000Z',
          }),
          {
            namespace: 'db',
            name: 'orders',
            environment: 'production',
            observedAt: '2026-11-20T10:00:00.000Z',
            digest: expect.stringMatching(/^[\w-]{43}$/),
            facet: expect.objectContaining({
              fields: [
                { name: 'id', type: 'int' },
                { name: 'price', type: 'int' },
              ],
            }),
          },
        ],
      },
    ]);
    expect(
      await named({ entities: [ORDERS], environment: 'test' }),
    ).toMatchObject([{ schemas: [] }]);
  });

  it('tells what changed since, and nothing else', async () => {
    await claim({ orders: ORDERS, sales: SALES });
    await send(writes('orders', 20, ['id']), writes('sales', 20, ['id']));
    const first = await read({ limit: 1 });
    const second = await read({ limit: 1, cursor: first });
    expect([first.more, second.more]).toEqual([true, false]);
    expect(short({ items: [...first.items, ...second.items] }).sort()).toEqual([
      'orders: orders(id)',
      'sales: sales(id)',
    ]);

    await send(
      writes('orders', 21, ['id']),
      writes('sales', 18, ['id', 'older']),
    );
    const third = await read({ cursor: second });
    expect(third).toEqual({ items: [], cursor: second.cursor, more: false });

    await send(writes('sales', 21, ['id', 'total']));
    const fourth = await read({ cursor: third });
    expect(short(fourth)).toEqual(['sales: sales(id,total)']);

    await send(writes('sales', 22, undefined));
    expect(short(await read({ cursor: fourth }))).toEqual(['sales: ']);
  });

  it('tells both entities when a dataset goes from one to the other', async () => {
    await send(writes('orders', 20, ['id']));
    const nothing = await read();
    expect(nothing.items).toEqual([]);
    await claim({ orders: ORDERS });
    const first = await read({ cursor: nothing });
    expect(short(first)).toEqual(['orders: orders(id)']);
    await claim({ orders: SALES });
    expect(short(await read({ cursor: first })).sort()).toEqual([
      'orders: ',
      'sales: orders(id)',
    ]);
  });

  it('takes partitions together, and apart where rules change', async () => {
    await claim({ orders: ORDERS });
    await send(
      writes('orders/dt=2026-11-01', 20, ['id']),
      writes('orders/dt=2026-11-02', 21, ['id', 'price']),
    );
    const folded = await read();
    expect(short(folded)).toEqual(['orders: orders(id,price)']);
    await send(writes('orders/dt=2026-11-01', 22, ['id']));
    const again = await read({ cursor: folded });
    expect(short(again)).toEqual(['orders: orders(id)']);

    await applyNameRules(
      knex,
      readNameRules(
        new ConfigReader({
          lineage: { names: { version: 2, usual: false } },
        }),
      ),
    );
    expect(short(await read({ cursor: again }))).toEqual(['orders: ']);
  });

  it('hides what the caller may not see', async () => {
    await claim({ orders: ORDERS, sales: SALES });
    await send(writes('orders', 20, ['id']), writes('sales', 20, ['id']));
    const view = viewOf({ entities: { [SALES]: { kind: 'dataset' } } });
    const page = await read({}, view);
    expect(short(page)).toEqual(['sales: sales(id)']);
    expect(page.more).toBe(false);
    expect(await named({ entities: [ORDERS] }, view)).toEqual([]);
  });

  it('begins anew where the cursor is of another database', async () => {
    await claim({ orders: ORDERS });
    await send(writes('orders', 20, ['id']));
    const cursor = Buffer.from(JSON.stringify(['999', '1'])).toString(
      'base64url',
    );
    const page = await read({ cursor: { items: [], cursor, more: false } });
    expect(short(page)).toEqual(['orders: orders(id)']);
    await emptyTables(knex);
    const empty = await read({ cursor: { items: [], cursor, more: false } });
    expect(empty.cursor).not.toBe(cursor);
  });

  it('gives as much as an answer has room for', async () => {
    const refs = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      name => `dataset:default/${name}`,
    );
    await claim(Object.fromEntries(refs.map(ref => [ref.slice(-1), ref])));
    const wide = Array.from(
      { length: 4500 },
      (_, index) => `column_${index}_${'x'.repeat(180)}`,
    );
    await send(...refs.map(ref => writes(ref.slice(-1), 20, wide)));
    const first = await read();
    expect(first.more).toBe(true);
    const second = await read({ cursor: first });
    expect(second.more).toBe(false);
    expect(
      [...first.items, ...second.items]
        .map(({ entityRef }) => entityRef)
        .sort(),
    ).toEqual(refs);
    const asked = await reader.read({ entities: refs }, { view: everything });
    expect(asked).toMatchObject({ more: true });
    expect(asked.items[0].entityRef).toBe(refs[0]);
  });

  it('is the same whatever the order of events', async () => {
    const events = generateEvents(7, 120);
    const claims = generatedDatasets.slice(0, 5).map((name, index) => ({
      entityRef: `dataset:default/d${index}`,
      kind: 'dataset' as const,
      ...name,
    }));
    const rowsAfter = async (work: () => Promise<void>) => {
      await emptyTables(knex);
      await work();
      return await knex('observed_schema as o')
        .join('node as n', 'n.id', 'o.node_id')
        .join('node as s', 's.id', 'o.shown_id')
        .orderBy(['n.namespace', 'n.name'])
        .select('n.namespace', 'n.name', 's.name as shown', 'o.content_hash');
    };
    const straight = await rowsAfter(async () => {
      await names.replaceAll(claims);
      await send(...events);
    });
    const shuffled = await rowsAfter(async () => {
      for (const event of shuffle(events, 3)) {
        await acceptEvents(knex, [event]);
      }
      await drainEvents(knex, { batchEvents: 7 });
      await names.replaceAll(claims);
    });
    expect(straight.length).toBeGreaterThan(3);
    expect(shuffled).toEqual(straight);
  });
});
