import { Knex } from 'knex';
import { acceptEvents, drainEvents, exportText } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { dataset, runEvent } from '../__testUtils__/runEvent';
import { exportCanonical } from './exportCanonical';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('exportCanonical on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migratedDatabase(id);
    await acceptEvents(knex, [
      runEvent({
        inputs: [dataset('é'), dataset('a', { schema: { fields: [] } })],
        outputs: [dataset('b')],
      }),
    ]);
    await drainEvents(knex);
  });

  it('tells everything by names and in order', async () => {
    const lines = (await exportText(knex))
      .split('\n')
      .map(line => JSON.parse(line));
    expect(
      lines.map(({ type, kind, name, source, target }) =>
        [type, kind, name, source?.name, target?.name].filter(Boolean),
      ),
    ).toEqual([
      ['node', 'dataset', 'a'],
      ['node', 'dataset', 'b'],
      ['node', 'dataset', 'é'],
      ['node', 'job', 'load'],
      ['run'],
      ['claim', 'a', 'load'],
      ['claim', 'é', 'load'],
      ['claim', 'load', 'b'],
      ['edge', 'a', 'load'],
      ['edge', 'é', 'load'],
      ['edge', 'load', 'b'],
    ]);
    expect(lines[0]).toEqual({
      type: 'node',
      kind: 'dataset',
      namespace: 'db',
      name: 'a',
      firstSeen: '2026-11-20T10:00:00.000000000Z',
      lastSeen: '2026-11-20T10:00:00.000000000Z',
      canonical: null,
      root: null,
      environment: 'production',
      declared: null,
      latest: null,
      lastRun: null,
      parent: null,
      sameAs: [],
      facets: {
        schema: {
          stamp: expect.stringMatching(
            /^2026-11-20T10:00:00.000000000Z\|[0-9a-f]{16}$/,
          ),
          value: { fields: [] },
        },
      },
    });
  });

  it('gives one state of the database, or says that it did not', async () => {
    const lines = exportCanonical(knex);
    const { value: first } = await lines.next();
    await acceptEvents(knex, [
      runEvent({ job: 'late', time: '2026-11-21T00:00:00Z' }),
    ]);
    const read = async () => {
      const seen = [first];
      for await (const line of lines) {
        seen.push(line);
      }
      return seen.join('\n');
    };
    const before = await exportText(knex);
    await drainEvents(knex);
    const outcome = await read().catch(error => error.message);
    const expected =
      id === 'SQLITE_3'
        ? 'The database was written to during the export'
        : before;
    expect(outcome.startsWith(expected)).toBe(true);
    expect(await exportText(knex)).not.toBe(before);
  });
});
