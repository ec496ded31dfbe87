import { Knex } from 'knex';
import { acceptEvents, drainEvents } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { AsOfStore } from '../asOf/AsOfStore';
import { DatabaseGraphStore } from './DatabaseGraphStore';

jest.setTimeout(60_000);

const jobs = new Set(['score', 'shadow']);

describe.each(databases.eachSupportedId())('versions on %s', id => {
  let knex: Knex;
  let store: DatabaseGraphStore;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    store = new DatabaseGraphStore({ knex });
    const run = (number: number, job: string, version: string) =>
      runEvent({
        job,
        runId: `0192d0a0-0000-7000-8000-00000000000${number}`,
        time: `2026-11-0${number}T10:00:00Z`,
        inputs: [dataset('model', { version: { datasetVersion: version } })],
        outputs: [dataset('scores')],
      });
    await acceptEvents(knex, [
      run(3, 'shadow', '7'),
      run(2, 'score', '6'),
      run(1, 'score', '5'),
    ]);
    await drainEvents(knex);
  });

  const idOf = async (name: string) => {
    const root = await store.findRoot({
      kind: jobs.has(name) ? 'job' : 'dataset',
      namespace: jobs.has(name) ? 'etl' : 'db',
      name,
    });
    return root?.id ?? 0;
  };

  it('are those of the latest event, and of the latest run of each connection', async () => {
    const [model, scores] = [await idOf('model'), await idOf('scores')];
    const [score, shadow] = [await idOf('score'), await idOf('shadow')];
    const nodes = await store.readNodes([model, scores]);
    expect(nodes.get(model)).toMatchObject({ version: '7' });
    expect(nodes.get(scores)).not.toHaveProperty('version');
    expect(
      await store.readVersions(
        [
          { source: model, target: score },
          { source: model, target: shadow },
          { source: score, target: scores },
          { source: scores, target: model },
        ],
        await store.findEnvironments('*'),
      ),
    ).toEqual(['6', '7', undefined, undefined]);
  });

  it('are not told of another time', async () => {
    const model = await idOf('model');
    const past = new AsOfStore({
      at: '2026-11-02T12:00:00.000000000Z',
      knex,
      now: store,
      windowMs: 1e9,
    });
    const nodes = await past.readNodes([model]);
    expect(nodes.get(model)).toMatchObject({ name: 'model' });
    expect(nodes.get(model)).not.toHaveProperty('version');
  });
});
