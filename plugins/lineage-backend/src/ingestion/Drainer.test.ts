import createKnex, { Knex } from 'knex';
import { digestTables } from '../__testUtils__/digestTables';
import { generateEvents } from '../__testUtils__/generateEvents';
import {
  acceptEvents,
  drainEvents,
  testRules,
  exportText,
  testNow,
} from '../__testUtils__/ingest';
import { describeOnPostgres } from '../__testUtils__/describeOnPostgres';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { DeadLetterStore } from './DeadLetterStore';
import { Drainer } from './Drainer';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;

function createDrainer(knex: Knex, options: { batchEvents?: number } = {}) {
  const now = () => testNow;
  return new Drainer({
    knex,
    rules: testRules,
    windowMs: 30 * DAY_MS,
    now,
    ...options,
  });
}

async function graphOf(events: readonly object[]): Promise<string> {
  const knex = await migratedDatabase('SQLITE_3');
  await acceptEvents(knex, events);
  await drainEvents(knex);
  return await exportText(knex);
}

const poisonRun = '0192d0a0-dead-7000-8000-000000000000';

/** What happens once all is committed, or by itself when the client is gone. */
const isEnd = /^(begin|COMMIT;|ROLLBACK;?)$/;

/**
 * Does some work on a connection that is lost before the statement of that
 * number; false when there were fewer and the work came to its end.
 */
async function diesAtStatement(
  knex: Knex,
  number: number,
  work: () => Promise<unknown>,
): Promise<boolean> {
  let statements = 0;
  const listener = ({ sql }: { sql: string }) => {
    if (sql !== 'BEGIN;' && !isEnd.test(sql) && statements++ === number) {
      throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
    }
  };
  knex.on('query', listener);
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Error && error.message === 'killed') {
      return true;
    }
    throw error;
  } finally {
    knex.removeListener('query', listener);
  }
}

/** Makes the database refuse one run, as it would values it cannot hold. */
async function refusePoison(knex: Knex): Promise<() => Promise<void>> {
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `alter table run add constraint no_poison check (id <> '${poisonRun}')`,
    );
    return async () => {
      await knex.raw('alter table run drop constraint no_poison');
    };
  }
  await knex.raw(
    `create trigger no_poison before insert on run when new.id = '${poisonRun}'
     begin select raise(abort, 'no_poison'); end`,
  );
  return async () => {
    await knex.raw('drop trigger no_poison');
  };
}

describe.each(databases.eachSupportedId())('Drainer on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });

  it('says when it is idle', async () => {
    const drainer = createDrainer(knex);
    expect(await drainer.drainBatch()).toMatchObject({ rest: 'idle' });
    await acceptEvents(knex, [runEvent({})]);
    expect(await drainer.drainBatch()).toEqual({ done: 1, dead: [] });
    expect(await drainer.drainBatch()).toMatchObject({ rest: 'idle' });
    expect(await knex('drain').first()).toMatchObject({
      last_drained_at: testNow.toISOString(),
    });
  });

  it('leaves nothing half done, at whichever statement it dies', async () => {
    const before = generateEvents(1, 30);
    const events = generateEvents(2, 30);
    await acceptEvents(knex, before);
    await drainEvents(knex);
    await acceptEvents(knex, events);
    const untouched = await digestTables(knex);
    const drainer = createDrainer(knex);

    let deaths = 0;
    while (await diesAtStatement(knex, deaths, () => drainer.drainBatch())) {
      expect(await digestTables(knex)).toBe(untouched);
      deaths++;
    }
    // It died at all statements of a batch.
    expect(deaths).toBeGreaterThan(25);
    expect(await exportText(knex)).toBe(await graphOf([...before, ...events]));
  });

  it('gives up what cannot be applied, alone, and takes it up when told to', async () => {
    const events: object[] = Array.from({ length: 100 }, (_, index) =>
      runEvent({
        runId: `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
        inputs: [dataset(`in${index % 7}`)],
        outputs: [dataset(`out${index % 5}`)],
      }),
    );
    const poison = runEvent({ runId: poisonRun, outputs: [dataset('poison')] });
    await acceptEvents(knex, [...events, poison]);
    const allow = await refusePoison(knex);
    const result = await createDrainer(knex).drainBatch();
    expect(result).toEqual({
      done: 100,
      dead: [
        { id: expect.any(String), error: expect.stringContaining('no_poison') },
      ],
      rest: undefined,
    });
    expect(await exportText(knex)).toBe(await graphOf(events));

    const woken = jest.fn();
    const letters = new DeadLetterStore({ knex, onReplay: woken });
    const { items } = await letters.list({ limit: 10 });
    expect(items).toEqual([
      {
        id: result.dead[0].id,
        kind: 'run',
        receivedAt: testNow.toISOString(),
        eventTime: '2026-11-20T10:00:00.000000000Z',
        runId: poisonRun,
        attempts: 1,
        error: expect.stringContaining('no_poison'),
        bytes: expect.any(Number),
        event: poison,
      },
    ]);
    await allow();
    expect(await letters.replay([items[0].id])).toBe(1);
    expect(woken).toHaveBeenCalledTimes(1);
    await drainEvents(knex);
    expect(await exportText(knex)).toBe(await graphOf([...events, poison]));
    expect((await letters.list({ limit: 10 })).items).toEqual([]);
  });

  it('gives up what cannot be read any more', async () => {
    await acceptEvents(knex, [
      runEvent({ job: 'a', outputs: [dataset('a')] }),
      runEvent({ job: 'b', outputs: [dataset('b')] }),
    ]);
    const [{ id: first }] = await knex('event').orderBy('id').select('id');
    await knex('event').where({ id: first }).update({ body: '{"run":7}' });
    expect(await createDrainer(knex).drainBatch()).toEqual({
      done: 1,
      dead: [
        {
          id: String(first),
          error: expect.stringContaining('eventTime is missing'),
        },
      ],
    });
    expect(await knex('event').orderBy('id').select('state')).toEqual([
      { state: 2 },
      { state: 1 },
    ]);
  });

  it('gives nothing up when the database is in trouble', async () => {
    await acceptEvents(knex, generateEvents(3, 20));
    await knex.schema.renameTable('run', 'moved');
    await expect(createDrainer(knex).drainBatch()).rejects.toThrow(/run/);
    await knex.schema.renameTable('moved', 'run');
    expect(await createDrainer(knex).drainBatch()).toMatchObject({
      done: 20,
      dead: [],
    });
  });

  it('decides anew what is current when the window is another', async () => {
    await acceptEvents(knex, [
      runEvent({ time: '2026-11-01T00:00:00Z', inputs: [dataset('old')] }),
      runEvent({
        time: '2026-11-20T00:00:00Z',
        runId: '0192d0a0-0000-7000-8000-000000000002',
        inputs: [dataset('new')],
      }),
    ]);
    await drainEvents(knex);
    const edges = async () =>
      (
        await knex('edge')
          .join('node', 'node.id', 'edge.src')
          .orderBy('name')
          .pluck('name')
      ).join();
    expect(await edges()).toBe('new,old');
    for (const [days, expected] of [
      [5, 'new'],
      [5, 'new'],
      [20, 'new,old'],
      [18, 'new'],
      [19, 'new,old'],
    ] as const) {
      const now = () => testNow;
      const windowMs = days * DAY_MS;
      await new Drainer({
        knex,
        rules: testRules,
        windowMs,
        now,
      }).drainBatch();
      expect(await edges()).toBe(expected);
    }
  });
});

describeOnPostgres('two drainers on one database', () => {
  it('make the graph that one makes', async () => {
    const knex = await migratedDatabase('POSTGRES_15');
    const other = createKnex(knex.client.config);
    const events = generateEvents(4, 300);
    let busy = 0;
    const work = async (own: Knex) => {
      const drainer = createDrainer(own, { batchEvents: 10 });
      for (;;) {
        const { rest } = await drainer.drainBatch();
        if (rest === 'idle') {
          return;
        }
        busy += rest === 'busy' ? 1 : 0;
      }
    };
    await acceptEvents(knex, events.slice(0, 150));
    await Promise.all([
      work(knex),
      work(other),
      acceptEvents(other, events.slice(150)),
    ]);
    await Promise.all([work(knex), work(other)]);
    expect(busy).toBeGreaterThan(0);
    expect(await knex('event').select('state', 'attempts').distinct()).toEqual([
      { state: 1, attempts: 1 },
    ]);
    expect(await exportText(knex)).toBe(await graphOf(events));
    await other.destroy();
  });
});
