import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { prepareDatabase } from '../promotion/__testUtils__/startPromotions';
import { DatabaseOutbox, MAX_ATTEMPTS } from './DatabaseOutbox';
import { LeasedMessage, OutboxMessage } from './OutboxMessage';
import { OutboxWorker } from './OutboxWorker';

const message = (promotionId: string): OutboxMessage => ({
  kind: 'announcement',
  promotionId,
  model: 'model:default/fraud-score',
  eventType: 'dev.understudy.promotion.approved',
});

describe.each(databases.eachSupportedId())('outbox on %p', databaseId => {
  let knex: Knex;
  let now: Date;
  let outbox: DatabaseOutbox;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    await prepareDatabase(knex);
    now = new Date('2026-11-23T12:00:00.000Z');
    outbox = DatabaseOutbox.create({ knex, now: () => now });
  });

  const advance = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const add = async (...ids: string[]) =>
    await knex.transaction(trx =>
      outbox.add(
        trx,
        ids.map(id => ({ eventId: 'e1', message: message(id) })),
      ),
    );
  const worker = (deliver: (leased: LeasedMessage) => Promise<void>) =>
    new OutboxWorker({ outbox, deliver, logger });

  it('delivers each message once when two workers are there', async () => {
    await add(...Array.from({ length: 30 }, (_, index) => `p${index}`));
    const seen: string[] = [];
    const deliver = async (leased: LeasedMessage) => {
      seen.push(leased.id);
    };
    const workers = [worker(deliver), worker(deliver)];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(workers.map(one => one.runOnce()));
    }
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
  });

  it('notes in one write what was delivered together, without what failed', async () => {
    await add('p1', 'p2', 'p3');
    const succeed = jest.spyOn(outbox, 'succeed');
    await worker(async ({ message: sent }) => {
      if ('promotionId' in sent && sent.promotionId === 'p2') {
        throw new Error('no');
      }
    }).runOnce();
    expect(succeed).toHaveBeenCalledTimes(1);
    const done = await knex('outbox').whereNotNull('done_at');
    expect(done.map(row => JSON.parse(row.payload).promotionId).sort()).toEqual(
      ['p1', 'p3'],
    );
  });

  it('writes nothing when the transaction fails', async () => {
    await expect(
      knex.transaction(async trx => {
        await outbox.add(trx, [{ eventId: 'e1', message: message('p1') }]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await knex('outbox')).toHaveLength(0);
  });

  it('tries again with growing pauses, then keeps it as dead with the error', async () => {
    await add('p1');
    const deliver = jest.fn(async () => {
      throw new Error('notifications are down');
    });
    const failing = worker(deliver);
    await failing.runOnce();
    await failing.runOnce();
    expect(deliver).toHaveBeenCalledTimes(1);
    advance(6);
    await failing.runOnce();
    expect(deliver).toHaveBeenCalledTimes(2);
    for (let attempt = 2; attempt < MAX_ATTEMPTS + 3; attempt += 1) {
      advance(24 * 3600 + 1);
      await failing.runOnce();
    }
    expect(deliver).toHaveBeenCalledTimes(MAX_ATTEMPTS);
    const [row] = await knex('outbox');
    expect(row).toMatchObject({
      attempts: MAX_ATTEMPTS,
      last_error: 'Error: notifications are down',
      done_at: null,
    });
    expect(row.dead_at).not.toBeNull();
  });

  it('delivers again what a dead worker had taken', async () => {
    await add('p1');
    expect(await outbox.lease('dead', 10)).toHaveLength(1);
    const deliver = jest.fn(async () => {});
    await worker(deliver).runOnce();
    expect(deliver).not.toHaveBeenCalled();
    advance(61);
    await worker(deliver).runOnce();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('does not deliver before its time', async () => {
    await knex.transaction(trx =>
      outbox.add(trx, [
        { eventId: 'e1', message: message('p1'), delaySeconds: 75 },
      ]),
    );
    const deliver = jest.fn(async () => {});
    await worker(deliver).runOnce();
    expect(deliver).not.toHaveBeenCalled();
    advance(76);
    await worker(deliver).runOnce();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('forgets what was delivered long ago, and nothing else', async () => {
    await add('old', 'never');
    await worker(async ({ message: sent }) => {
      if ('promotionId' in sent && sent.promotionId === 'never') {
        throw new Error('no');
      }
    }).runOnce();
    await outbox.prune();
    expect(await knex('outbox')).toHaveLength(2);
    advance(8 * 24 * 3600);
    await outbox.prune();
    const rows = await knex('outbox');
    expect(rows.map(row => JSON.parse(row.payload).promotionId)).toEqual([
      'never',
    ]);
  });
});
