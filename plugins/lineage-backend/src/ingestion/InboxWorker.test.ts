import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { generateEvents } from '../__testUtils__/generateEvents';
import {
  acceptEvents,
  drainEvents,
  testRules,
  exportText,
  testNow,
} from '../__testUtils__/ingest';
import { describeOnPostgres } from '../__testUtils__/describeOnPostgres';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { Drainer, DrainResult } from './Drainer';
import { InboxWorker } from './InboxWorker';

jest.setTimeout(60_000);

const idle: DrainResult = { done: 0, dead: [], rest: 'idle' };

async function until(condition: () => Promise<boolean> | boolean) {
  while (!(await condition())) {
    await setTimeout(10);
  }
}

describe('InboxWorker', () => {
  const logger = mockServices.logger.mock();
  const drainBatch = jest.fn<Promise<DrainResult>, []>();
  let worker: InboxWorker;
  beforeEach(() => {
    jest.resetAllMocks();
    drainBatch.mockResolvedValue(idle);
    worker = new InboxWorker({ drainer: { drainBatch }, logger });
  });
  afterEach(async () => {
    await worker.stop();
  });

  it('works at once when woken, and goes on while there is something', async () => {
    worker.start();
    await until(() => drainBatch.mock.calls.length === 1);
    drainBatch.mockResolvedValueOnce({ done: 3, dead: [] });
    worker.wake();
    await until(() => drainBatch.mock.calls.length === 3);
    expect(drainBatch).toHaveBeenCalledTimes(3);
  });

  it('looks again by itself, and goes on after errors', async () => {
    drainBatch.mockRejectedValueOnce(new Error('database is away'));
    worker.start();
    await until(() => drainBatch.mock.calls.length === 3);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('database is away'),
    );
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('is not hurried by new events while the database is away', async () => {
    drainBatch.mockRejectedValue(new Error('database is away'));
    worker.start();
    await until(() => drainBatch.mock.calls.length === 1);
    for (let i = 0; i < 20; i++) {
      worker.wake();
      await setTimeout(1);
    }
    expect(drainBatch).toHaveBeenCalledTimes(1);
  });

  it('tells what is given up', async () => {
    drainBatch.mockResolvedValueOnce({
      done: 0,
      dead: [{ id: '7', error: 'unreadable' }],
    });
    expect(await worker.drainNow()).toBe(0);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/Event 7 .* unreadable/),
    );
  });

  it('leaves the work to another replica that is at it', async () => {
    drainBatch
      .mockResolvedValueOnce({ done: 5, dead: [] })
      .mockResolvedValueOnce({ done: 0, dead: [], rest: 'busy' });
    expect(await worker.drainNow()).toBe(5);
    expect(drainBatch).toHaveBeenCalledTimes(2);
  });

  it('stops after the batch it is at', async () => {
    let finish: (result: DrainResult) => void = () => {};
    drainBatch.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    worker.start();
    await until(() => drainBatch.mock.calls.length === 1);
    const stopped = worker.stop();
    finish({ done: 1, dead: [] });
    await stopped;
    worker.wake();
    expect(drainBatch).toHaveBeenCalledTimes(1);
  });
});

describeOnPostgres(
  'InboxWorker when the database closes all connections',
  () => {
    it('puts everything into the graph once', async () => {
      const knex = await migratedDatabase('POSTGRES_15');
      const admin = createKnex({
        ...knex.client.config,
        pool: { min: 1, max: 1 },
      });
      const events = generateEvents(5, 400);
      await acceptEvents(knex, events);
      const logger = mockServices.logger.mock();
      const worker = new InboxWorker({
        drainer: new Drainer({
          knex,
          rules: testRules,
          windowMs: 30 * 24 * 60 * 60 * 1000,
          batchEvents: 20,
          now: () => testNow,
        }),
        logger,
      });
      worker.start();
      const waiting = async (own: Knex) => {
        const [{ n }] = await own('event')
          .where({ state: 0 })
          .count({ n: '*' });
        return Number(n);
      };
      // Three times in the middle of its work.
      for (const _time of [1, 2, 3]) {
        await until(async () => {
          const { rows } = await admin.raw(
            `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()
             and xact_start is not null`,
          );
          return rows.length > 0;
        });
      }
      await until(async () => (await waiting(admin)) === 0);
      await worker.stop();
      await admin.destroy();
      expect(logger.warn).toHaveBeenCalled();
      expect(logger.error).not.toHaveBeenCalled();
      expect(await knex('event').distinct('state', 'attempts')).toEqual([
        { state: 1, attempts: 1 },
      ]);
      const sqlite: Knex = await migratedDatabase('SQLITE_3');
      await acceptEvents(sqlite, events);
      await drainEvents(sqlite);
      expect(await exportText(knex)).toBe(await exportText(sqlite));
    });
  },
);
