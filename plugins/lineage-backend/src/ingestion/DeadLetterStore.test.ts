import { Knex } from 'knex';
import { acceptEvents } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { runEvent } from '../__testUtils__/runEvent';
import { DeadLetterStore } from './DeadLetterStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DeadLetterStore on %s', id => {
  let knex: Knex;
  let store: DeadLetterStore;
  let ids: string[];
  const onReplay = jest.fn();

  beforeEach(async () => {
    onReplay.mockReset();
    knex = await migratedDatabase(id);
    store = new DeadLetterStore({ knex, onReplay });
    await acceptEvents(
      knex,
      Array.from({ length: 2100 }, (_, index) =>
        runEvent({ job: `job${index}` }),
      ),
    );
    await knex('event').update({ state: 2, error: 'no', attempts: 1 });
    ids = (await knex('event').orderBy('id').pluck('id')).map(String);
  });

  it('lists them page by page, the oldest first', async () => {
    const seen: string[] = [];
    for (;;) {
      const { items, hasMore } = await store.list({
        limit: 900,
        after: seen.at(-1),
      });
      seen.push(...items.map(item => item.id));
      if (!hasMore) {
        break;
      }
    }
    expect(seen).toEqual(ids);
  });

  it('does not list what is too large, but says that it is there', async () => {
    await knex('event').where({ id: ids[0] }).update({ bytes: 100_000 });
    const { items } = await store.list({ limit: 2 });
    expect(items[0].event).toBeUndefined();
    expect(items[0].bytes).toBe(100_000);
    expect(items[1].event).toBeDefined();
  });

  it('has the given ones tried again, and no others', async () => {
    await knex('event').where({ id: ids[5] }).update({ state: 1 });
    expect(await store.replay([ids[3], ids[5], ids[7], '999999999'])).toBe(2);
    expect(
      (await knex('event').where({ state: 0 }).orderBy('id').select()).map(
        row => [String(row.id), row.error],
      ),
    ).toEqual([
      [ids[3], null],
      [ids[7], null],
    ]);
    expect(onReplay).toHaveBeenCalledTimes(1);
    expect(await store.replay([])).toBe(0);
    expect(onReplay).toHaveBeenCalledTimes(1);
  });

  it('has all tried again', async () => {
    expect(await store.replay()).toBe(2100);
    expect(await knex('event').where({ state: 2 }).pluck('id')).toEqual([]);
    expect(await store.replay()).toBe(0);
  });

  it.each(['x', '-1', '1.5', '9'.repeat(30), ''])(
    'refuses the id %p',
    async wrong => {
      await expect(store.replay([wrong])).rejects.toThrow(`'${wrong}' is not`);
      await expect(store.list({ limit: 1, after: wrong })).rejects.toThrow(
        `'${wrong}' is not`,
      );
    },
  );
});
