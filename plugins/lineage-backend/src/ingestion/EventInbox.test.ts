import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { testNow } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { runEvent } from '../__testUtils__/runEvent';
import { EventInbox } from './EventInbox';
import { prepareEvent, PreparedEvent } from './prepareEvent';

jest.setTimeout(60_000);

function prepared(index: number): PreparedEvent {
  return prepareEvent(runEvent({ job: `job${index}` }), {
    strict: false,
    now: testNow,
  });
}

describe.each(databases.eachSupportedId())('EventInbox on %s', id => {
  let knex: Knex;
  let now: Date;
  let stored: number;
  let statements: string[];

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    now = testNow;
    stored = 0;
    statements = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
  });

  const createInbox = (
    options: { maxBacklog?: number; maxQueueBytes?: number } = {},
  ) =>
    new EventInbox({
      knex,
      maxBacklog: 1000,
      onStored: () => {
        stored += 1;
      },
      now: () => now,
      ...options,
    });
  const hashes = async () => await knex('event').orderBy('hash').pluck('hash');

  it('has stored what it answers for', async () => {
    const inbox = createInbox();
    const events = Array.from({ length: 50 }, (_, index) => prepared(index));
    for (const event of events) {
      await inbox.accept(event);
      expect(
        await knex('event').where({ hash: event.hash }).first(),
      ).toMatchObject({
        body: event.body,
        bytes: Buffer.byteLength(event.body),
        event_time: '2026-11-20T10:00:00.000000000Z',
        kind: 1,
        received_at: testNow.toISOString(),
        run_id: '0192d0a0-0000-7000-8000-000000000001',
        state: 0,
        attempts: 0,
      });
    }
    expect(stored).toBe(50);
  });

  it('stores what comes at the same time in one statement, each event once', async () => {
    const inbox = createInbox();
    const events = Array.from({ length: 300 }, (_, index) => prepared(index));
    await Promise.all([...events, ...events].map(e => inbox.accept(e)));
    await Promise.all(events.map(event => inbox.accept(event)));
    expect(await hashes()).toEqual(events.map(({ hash }) => hash).sort());
    expect(
      statements.filter(sql => sql.startsWith('insert into event')),
    ).toHaveLength(2);
  });

  it('lets others in when one event is not taken by the database', async () => {
    const inbox = createInbox();
    const bad = { ...prepared(0), event_time: null, eventTime: null };
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 9 }, (_, index) =>
        inbox.accept(prepared(index + 1)),
      ),
      // @ts-expect-error - the column takes no null
      inbox.accept(bad),
      inbox.accept(prepared(10)),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([
      outcomes[9],
    ]);
    expect(await hashes()).toHaveLength(10);
  });

  it('asks to come again when there is more than can be stored at once', async () => {
    const inbox = createInbox({ maxQueueBytes: 1 });
    const first = inbox.accept(prepared(1));
    await expect(inbox.accept(prepared(2))).rejects.toThrow(
      ServiceUnavailableError,
    );
    await first;
    await inbox.accept(prepared(2));
    expect(await hashes()).toHaveLength(2);
  });

  it('asks to come again while too many wait, and takes more when they do not', async () => {
    const inbox = createInbox({ maxBacklog: 3 });
    for (let index = 0; index < 4; index++) {
      await inbox.accept(prepared(index));
      now = new Date(now.getTime() + 1000);
    }
    // The count is a second old at most, so one more may slip in.
    await inbox.accept(prepared(4));
    await expect(inbox.accept(prepared(5))).rejects.toThrow(
      'There are 3 events waiting already',
    );
    await knex('event').update({ state: 1 });
    now = new Date(now.getTime() + 1000);
    await inbox.accept(prepared(6));
    expect(await hashes()).toHaveLength(6);
  });

  it('asks to come again when the database is away', async () => {
    const inbox = createInbox();
    const listener = () => {
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    knex.on('query', listener);
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(index => inbox.accept(prepared(index))),
    );
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: expect.any(ServiceUnavailableError),
      });
    }
    knex.removeListener('query', listener);
    await inbox.accept(prepared(1));
    expect(await hashes()).toHaveLength(1);
  });

  it('stores what it took before it stops, and takes no more', async () => {
    const inbox = createInbox();
    const taken = [1, 2, 3].map(index => inbox.accept(prepared(index)));
    await inbox.stop();
    await Promise.all(taken);
    expect(await hashes()).toHaveLength(3);
    await expect(inbox.accept(prepared(4))).rejects.toThrow(
      ServiceUnavailableError,
    );
  });
});
