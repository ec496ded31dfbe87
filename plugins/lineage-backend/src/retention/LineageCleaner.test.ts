import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  acceptEvents,
  drainEvents,
  exportText,
  testNow,
} from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, jobEvent, runEvent } from '../__testUtils__/runEvent';
import { LineageCleaner } from './LineageCleaner';

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const runIdOf = (index: number) =>
  `0192d0a0-0000-7000-8000-${String(index).padStart(12, '0')}`;

describe.each(databases.eachSupportedId())('LineageCleaner on %s', id => {
  let knex: Knex;
  const logger = mockServices.logger.mock();
  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });

  const clean = async (
    daysLater: number,
    signal: AbortSignal = new AbortController().signal,
  ) =>
    await new LineageCleaner({
      knex,
      keepEventsMs: 90 * DAY_MS,
      keepRunsMs: 400 * DAY_MS,
      logger,
      now: () => new Date(testNow.getTime() + daysLater * DAY_MS),
    }).run({ signal });

  it('forgets events that are in the graph, not those that wait or are dead', async () => {
    const events = Array.from({ length: 2500 }, (_, index) =>
      runEvent({ job: `job${index}` }),
    );
    await acceptEvents(knex, events);
    const ids: number[] = await knex('event').orderBy('id').pluck('id');
    await knex('event').update({ state: 1 });
    // A page full of them, to see that the others are reached.
    await knex('event').whereIn('id', ids.slice(0, 700)).update({ state: 2 });
    await knex('event')
      .whereIn('id', ids.slice(700, 1100))
      .update({ state: 0 });
    await clean(89);
    expect(await knex('event').pluck('id')).toHaveLength(2500);
    await clean(91);
    expect(await knex('event').orderBy('id').pluck('id')).toEqual(
      ids.slice(0, 1100),
    );
  });

  it('forgets old runs but the last of each job, and not what jobs claim', async () => {
    await acceptEvents(knex, [
      ...[1, 2, 3].map(index =>
        runEvent({
          runId: runIdOf(index),
          time: `2026-01-0${index}T00:00:00Z`,
          inputs: [dataset('a')],
          outputs: [dataset(`out${index}`)],
        }),
      ),
      runEvent({
        runId: runIdOf(4),
        time: '2026-11-01T00:00:00Z',
        job: 'other',
        inputs: [dataset('a')],
      }),
    ]);
    await drainEvents(knex);
    const claims = await knex('claim').orderBy(['src', 'dst']).select();
    const edges = await knex('edge').orderBy(['src', 'dst']).select();
    expect(edges).toHaveLength(5);

    await clean(60);
    expect(await knex('run').pluck('id')).toHaveLength(4);
    await clean(600);
    expect(await knex('run').orderBy('id').pluck('id')).toEqual(
      [3, 4].map(runIdOf),
    );
    expect(await knex('run_edge').distinct('run_id').pluck('run_id')).toEqual(
      expect.arrayContaining([3, 4].map(runIdOf)),
    );
    expect(await knex('claim').orderBy(['src', 'dst']).select()).toEqual(
      claims,
    );
    expect(await knex('edge').orderBy(['src', 'dst']).select()).toEqual(edges);
    expect(await exportText(knex)).toContain(runIdOf(3));
  });

  it('forgets declarations but those that hold, and what only they claimed', async () => {
    const declare = (time: string, ...inputs: string[]) =>
      jobEvent({ time, inputs: inputs.map(name => dataset(name)) });
    await acceptEvents(knex, [
      declare('2026-01-01T00:00:00Z', 'a'),
      declare('2026-01-02T00:00:00Z', 'b'),
      declare('2026-01-03T00:00:00Z', 'a'),
      // Says nothing of what it reads.
      jobEvent({ time: '2026-01-04T00:00:00Z' }),
      declare('2026-11-01T00:00:00Z', 'c'),
    ]);
    await drainEvents(knex);
    const kept = async () =>
      (await knex('declaration').orderBy('stamp').pluck('stamp')).map(stamp =>
        stamp.slice(0, 10),
      );
    const claims = await knex('claim').orderBy('src').select();
    expect(claims).toHaveLength(3);
    await clean(60);
    expect(await kept()).toHaveLength(5);
    // 400 days before are in the summer.
    await clean(250);
    expect(await kept()).toEqual(['2026-01-03', '2026-01-04', '2026-11-01']);
    expect(
      await knex('declared_edge')
        .join('node', 'node.id', 'declared_edge.src')
        .orderBy('name')
        .pluck('name'),
    ).toEqual(['a', 'c']);
    // The one of b is named by no declaration any more.
    const claimed = async () =>
      await knex('claim')
        .join('node', 'node.id', 'claim.src')
        .orderBy('name')
        .pluck('name');
    expect(await claimed()).toEqual(['a', 'c']);
    await clean(800);
    expect(await kept()).toEqual(['2026-11-01']);
    expect(await claimed()).toEqual(['c']);
    expect(await exportText(knex)).toContain('"type":"declaration"');
  });

  it('forgets contents of facets that were replaced', async () => {
    const described = (description: string, time: string) =>
      runEvent({
        time,
        inputs: [dataset('a', { documentation: { description } })],
      });
    for (const [index, text] of ['one', 'two', 'one'].entries()) {
      await acceptEvents(knex, [
        described(text, `2026-11-20T00:00:0${index}Z`),
      ]);
      await drainEvents(knex);
    }
    await clean(0);
    expect(await knex('facet_content').pluck('body')).toEqual([
      '{"description":"one"}',
    ]);
  });

  it('stops when told to', async () => {
    await acceptEvents(knex, [runEvent({})]);
    await drainEvents(knex);
    const stop = new AbortController();
    stop.abort();
    await clean(1000, stop.signal);
    expect(await knex('event').pluck('id')).toHaveLength(1);
  });
});
