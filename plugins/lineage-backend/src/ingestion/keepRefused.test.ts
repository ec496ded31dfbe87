import { Knex } from 'knex';
import { testNow } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DeadLetterStore } from './DeadLetterStore';
import { keepRefused } from './keepRefused';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('keepRefused on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });
  const keep = async (event: unknown, reason = 'It is no event') =>
    await keepRefused(knex, { event, reason }, testNow);
  const list = async () =>
    (
      await new DeadLetterStore({ knex, onReplay: () => {} }).list({
        limit: 50,
      })
    ).items;

  it.each([
    [{ run: {} }, 'run'],
    [{ job: {} }, 'job'],
    [{}, 'dataset'],
    ['a text\0', 'dataset'],
    [null, 'dataset'],
    [undefined, 'dataset'],
    [[1, 2], 'dataset'],
  ])('keeps %j, once', async (event, kind) => {
    await keep(event, 'No\0');
    await keep(event);
    expect(await list()).toMatchObject([
      { kind, error: 'No\\u0000', eventTime: '2026-11-25T12:00:00.000000000Z' },
    ]);
  });

  it('tells of what is too big, without keeping it', async () => {
    await keep({ job: { name: 'x'.repeat(5 * 1024 * 1024) } });
    expect(await list()).toMatchObject([
      { event: { _tooBig: true, _bytes: expect.any(Number) } },
    ]);
  });
});
