import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { acceptEvents, drainEvents } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { Sql } from '../database/Sql';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { stepIdOf } from '../graph/nodeIds';
import { StoredGraphVersion } from './GraphVersion';
import { KnownNodeStore } from './KnownNodeStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('KnownNodeStore on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const world = { time: 0 };
    const stored = new DatabaseGraphStore({ knex });
    const readNodes = jest.spyOn(stored, 'readNodes');
    const readLastSeen = jest.spyOn(stored, 'readLastSeen');
    const store = new KnownNodeStore({
      store: stored,
      version: new StoredGraphVersion({ knex, now: () => world.time }),
      now: () => world.time,
    });
    const ingest = async (time: string) => {
      await acceptEvents(knex, [
        runEvent({
          time,
          inputs: [dataset('a')],
          outputs: [dataset('b')],
        }),
      ]);
      await drainEvents(knex);
    };
    await ingest('2026-11-20T10:00:00Z');
    const idOf = async (name: string) =>
      (await store.findRoot(parseLineageNodeId(name)))?.id ?? 0;
    const [job, input, output] = await Promise.all(
      ['ol:job:etl/load', 'ol:dataset:db/a', 'ol:dataset:db/b'].map(idOf),
    );
    const environments = await store.findEnvironments('production');
    return {
      environments,
      ingest,
      input,
      isPostgres: new Sql(knex).isPostgres,
      job,
      output,
      readLastSeen,
      readNodes,
      store,
      stored,
      world,
    };
  }

  it('reads nodes once until something is done to the graph', async () => {
    const { ingest, input, isPostgres, job, output, ...rest } = await start();
    const { readNodes, store, stored, world } = rest;
    const ids = [output, job, 1_000_000];
    const first = await store.readNodes(ids);
    expect([...first.keys()]).toEqual([output, job]);
    expect(first).toEqual(await stored.readNodes(ids));
    readNodes.mockClear();
    expect([...(await store.readNodes([input, job])).keys()]).toEqual([
      input,
      job,
    ]);
    await store.readNodes([input, ...ids]);
    expect(readNodes.mock.calls).toEqual([[[input]]]);

    await ingest('2026-11-20T12:00:00Z');
    const before = (await store.readNodes([job])).get(job)?.lastSeen;
    // Another backend may have done it, which PostgreSQL is asked about once a second.
    expect(before).toBe(
      isPostgres ? '2026-11-20T10:00:00.000Z' : '2026-11-20T12:00:00.000Z',
    );
    world.time = 1_000;
    expect((await store.readNodes([job])).get(job)?.lastSeen).toBe(
      '2026-11-20T12:00:00.000Z',
    );
  });

  it('reads steps each time, as they are what their job is shown as', async () => {
    const { readNodes, store } = await start();
    readNodes.mockImplementation(
      async ids =>
        new Map(
          ids.map(step => [
            step,
            {
              id: stepIdOf('ol:job:etl/load', { namespace: 'db', name: 'b' }),
              kind: 'job' as const,
            },
          ]),
        ),
    );
    await store.readNodes([1]);
    await store.readNodes([1]);
    expect(readNodes.mock.calls).toEqual([[[1]], [[1]]]);
  });

  it('reads once when connections were observed, in each set of environments', async () => {
    const { environments, ingest, input, job, output, ...rest } = await start();
    const { readLastSeen, store, world } = rest;
    const into = { source: input, target: job };
    const outOf = { source: job, target: output };
    const at = '2026-11-20T10:00:00.000Z';
    const inApiWords = (times: (string | undefined)[]) =>
      times.map(time => time && time.slice(0, 16));
    const first = await store.readLastSeen([into], environments);
    expect(inApiWords(first)).toEqual([at.slice(0, 16)]);
    readLastSeen.mockClear();
    const both = await store.readLastSeen([outOf, into], environments);
    expect(both).toEqual([first[0], first[0]]);
    expect(readLastSeen.mock.calls).toEqual([[[outOf], environments]]);
    expect(await store.readLastSeen([into], [0])).toEqual([undefined]);

    await ingest('2026-11-20T12:00:00Z');
    world.time = 1_000;
    expect(inApiWords(await store.readLastSeen([into], environments))).toEqual([
      '2026-11-20T12:00',
    ]);
  });
});
