import { acceptEvents, drainEvents } from '../__testUtils__/ingest';
import { databases } from '../__testUtils__/migratedDatabase';
import { dataset as datasetOf, runEvent } from '../__testUtils__/runEvent';
import { everything } from '../access/__testUtils__/views';
import { decodeCursor } from '../router/cursor';
import { startRuns } from './__testUtils__/startRuns';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('RunReader of events on %s', id => {
  const start = () => startRuns(id);

  it('says which part a run wrote, of what rules see as one', async () => {
    const { knex, runs } = await start();
    await acceptEvents(
      knex,
      ['2026-11-01', '2026-11-02'].map((day, index) =>
        runEvent({
          time: `${day}T10:00:00Z`,
          runId: `0192d0a0-0000-7000-8000-00000000000${index}`,
          outputs: [datasetOf(`orders/dt=${day}`), datasetOf('log')],
        }),
      ),
    );
    await drainEvents(knex);
    const page = await runs.list(
      { node: { kind: 'dataset', namespace: 'db', name: 'orders' }, limit: 5 },
      { view: everything },
    );
    const ordersId = 'ol:dataset:db/orders';
    expect(page.items.map(({ outputs }) => outputs)).toEqual([
      [
        { id: 'ol:dataset:db/log', namespace: 'db', name: 'log' },
        {
          id: ordersId,
          namespace: 'db',
          name: 'orders/dt=2026-11-02',
          partition: 'dt=2026-11-02',
        },
      ],
      [
        { id: 'ol:dataset:db/log', namespace: 'db', name: 'log' },
        {
          id: ordersId,
          namespace: 'db',
          name: 'orders/dt=2026-11-01',
          partition: 'dt=2026-11-01',
        },
      ],
    ]);
  });

  it('lists what used a version, what came of it, and whose that is', async () => {
    const { knex, runs } = await start();
    const version = (of: string) => ({ version: { datasetVersion: of } });
    const score = (number: number, of: string, day: string) =>
      runEvent({
        job: 'score',
        runId: `0192d0a0-0000-7000-8000-00000000000${number}`,
        time: `2026-11-${day}T10:00:00Z`,
        inputs: [datasetOf('model', version(of)), datasetOf('features')],
        outputs: [datasetOf(`scores/dt=2026-11-${day}`)],
      });
    await acceptEvents(knex, [
      score(1, '41', '01'),
      score(2, '42', '02'),
      score(3, '42', '03'),
      score(4, '42', '04'),
      runEvent({
        job: 'publish',
        runId: '0192d0a0-0000-7000-8000-000000000009',
        inputs: [datasetOf('scores')],
        outputs: [datasetOf('shop')],
      }),
    ]);
    await drainEvents(knex);
    const using = async (query: object) =>
      await runs.listUsing(
        {
          used: {
            node: { kind: 'dataset', namespace: 'db', name: 'model' },
            version: '42',
          },
          limit: 5,
          ...query,
        },
        { view: everything },
      );
    const days = async (query: object) =>
      (await using(query)).items.map(({ outputs }) => outputs[0].partition);
    const page = await using({});
    expect(page.nextCursor).toBeUndefined();
    expect(page.items[0]).toMatchObject({
      job: { name: 'score' },
      outputs: [
        {
          id: 'ol:dataset:db/scores',
          partition: 'dt=2026-11-04',
          consumers: [{ id: 'ol:job:etl/publish', kind: 'job' }],
        },
      ],
    });
    expect(await days({})).toEqual([
      'dt=2026-11-04',
      'dt=2026-11-03',
      'dt=2026-11-02',
    ]);
    expect(
      await days({
        from: '2026-11-03T00:00:00.000000000Z',
        to: '2026-11-04T00:00:00.000000000Z',
      }),
    ).toEqual(['dt=2026-11-03']);
    const first = await using({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const after = decodeCursor(first.nextCursor ?? '');
    expect(await days({ limit: 2, after })).toEqual(['dt=2026-11-02']);
  });
});
