import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { prepareDatabase } from '../promotion/__testUtils__/startPromotions';
import { DatabaseLedger, NewLedgerEvent } from './DatabaseLedger';
import { verifyLedger } from './verifyLedger';

function event(n: number, more: object = {}): NewLedgerEvent {
  return {
    type: 'dev.understudy.promotion.approved',
    source: `/api/ml/promotions/${n}`,
    subject: `model:default/fraud-score@${n}`,
    data: {
      actor: { ref: 'user:default/lead', kind: 'user' },
      action: 'promotion.approved',
      object: { kind: 'Promotion', ref: `${n}`, revision: n },
      correlationId: `${n}`,
      ...more,
    },
  };
}

describe.each(databases.eachSupportedId())('ledger on %p', databaseId => {
  let knex: Knex;
  let ledger: DatabaseLedger;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    await prepareDatabase(knex);
    ledger = DatabaseLedger.create({ knex });
  });

  const append = async (...events: NewLedgerEvent[]) =>
    await knex.transaction(trx => ledger.append(trx, events));
  const ten = async () =>
    await append(...Array.from({ length: 10 }, (_, index) => event(index)));

  it('chains events without gaps', async () => {
    const [first, second] = await append(event(1), event(2));
    const [third] = await append(event(3));
    expect(first).toMatchObject({ sequence: 1, prevHash: '0'.repeat(64) });
    expect(second).toMatchObject({ sequence: 2, prevHash: first.hash });
    expect(third).toMatchObject({ sequence: 3, prevHash: second.hash });
    expect(await verifyLedger(knex)).toEqual({
      valid: true,
      checked: 3,
      lastSequence: 3,
      lastHash: third.hash,
    });
  });

  it('leaves no gap when a transaction fails', async () => {
    await append(event(1));
    await expect(
      knex.transaction(async trx => {
        await ledger.append(trx, [event(2)]);
        throw new Error('later');
      }),
    ).rejects.toThrow('later');
    const [next] = await append(event(3));
    expect(next.sequence).toBe(2);
    expect((await verifyLedger(knex)).valid).toBe(true);
  });

  it('keeps the chain when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (_, index) => append(event(index))),
    );
    expect(await verifyLedger(knex)).toMatchObject({
      valid: true,
      checked: 25,
    });
  });

  it('survives every kind of text', async () => {
    const reason = 'Grüße 😀 \u2028 " \\ \u0000'.replace('\u0000', '\n');
    await append(event(1, { reason }));
    expect((await verifyLedger(knex)).valid).toBe(true);
    const { items } = await ledger.list({ filter: {}, limit: 1 });
    expect(items[0].data.reason).toBe(reason);
  });

  it('keeps what is said of an object within 16 KiB', async () => {
    const [stored] = await append(
      event(1, { after: { text: 'x'.repeat(20_000) }, before: { a: 1 } }),
    );
    expect(stored.data).toMatchObject({
      before: { a: 1 },
      after: {
        truncated: true,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  const changed = (column: string, value: string) => async () => {
    await knex('event')
      .where({ sequence: 5 })
      .update({ [column]: value });
  };

  it.each<[string, () => Promise<void>, number, string]>([
    [
      'a type is changed',
      changed('type', 'dev.understudy.promotion.rejected'),
      5,
      'content does not have its hash',
    ],
    [
      'a time is changed',
      changed('time', '2020-01-01T00:00:00.000Z'),
      5,
      'content does not have its hash',
    ],
    [
      'a subject is changed',
      changed('subject', 'model:default/x@1'),
      5,
      'content does not have its hash',
    ],
    [
      'the correlation is changed',
      changed('correlation_id', '999'),
      5,
      'correlation id',
    ],
    [
      'the hash is changed',
      changed('hash', 'a'.repeat(64)),
      5,
      'content does not have its hash',
    ],
    ['the data are not JSON', changed('data', '{'), 5, 'cannot be read'],
    [
      'an actor is changed',
      async () => {
        const row = await knex('event').where({ sequence: 5 }).first();
        await knex('event')
          .where({ sequence: 5 })
          .update({ data: row.data.replace('default/lead', 'default/else') });
      },
      5,
      'content does not have its hash',
    ],
    [
      'an entry is removed',
      async () => {
        await knex('event').where({ sequence: 5 }).delete();
      },
      5,
      'entry 5 is missing: the next one is 6',
    ],
    [
      'the end is cut off',
      async () => {
        await knex('event').where('sequence', '>', 7).delete();
      },
      8,
      'entries 8 to 10 are missing',
    ],
    [
      'the end is written anew',
      async () => {
        await knex('event').where('sequence', '>', 7).delete();
        await knex('event_head').update({ sequence: 7 });
      },
      7,
      'not the one noted for the end',
    ],
    [
      'two entries change places',
      async () => {
        await knex('event').where({ sequence: 5 }).update({ sequence: 50 });
        await knex('event').where({ sequence: 6 }).update({ sequence: 5 });
        await knex('event').where({ sequence: 50 }).update({ sequence: 6 });
      },
      5,
      'does not follow from the entry before',
    ],
  ])('notices that %s', async (_, tamper, sequence, reason) => {
    await ten();
    await tamper();
    const result = await verifyLedger(knex);
    expect(result.valid).toBe(false);
    expect(result.firstInvalid).toEqual({
      sequence,
      reason: expect.stringContaining(reason),
    });
  });

  it('verifies more than one batch', async () => {
    await append(...Array.from({ length: 1203 }, (_, index) => event(index)));
    expect(await verifyLedger(knex)).toMatchObject({
      valid: true,
      checked: 1203,
    });
    await knex('event').where({ sequence: 1100 }).update({ source: 'x' });
    expect((await verifyLedger(knex)).firstInvalid?.sequence).toBe(1100);
  });

  it('pages newest first and filters', async () => {
    await ten();
    const first = await ledger.list({ filter: {}, limit: 4 });
    const second = await ledger.list({
      filter: {},
      limit: 100,
      before: first.next,
    });
    expect(
      [...first.items, ...second.items].map(item => item.sequence),
    ).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(second.next).toBeUndefined();
    const one = await ledger.list({
      filter: { subject: 'model:default/fraud-score@3', correlationId: '3' },
      limit: 10,
    });
    expect(one.items).toHaveLength(1);
    const none = await ledger.list({
      filter: { to: '2020-01-01T00:00:00.000Z' },
      limit: 10,
    });
    expect(none.items).toEqual([]);
  });
});
