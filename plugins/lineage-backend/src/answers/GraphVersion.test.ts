import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { Sql } from '../database/Sql';
import { changeGraph } from '../database/changeGraph';
import { StoredGraphVersion } from './GraphVersion';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('StoredGraphVersion on %s', id => {
  it('is another one after something was done to the graph, on PostgreSQL a second later', async () => {
    const knex = await migratedDatabase(id);
    const { isPostgres } = new Sql(knex);
    let time = 0;
    const version = new StoredGraphVersion({ knex, now: () => time });
    const before = await version.current();
    await changeGraph(knex, { wait: true }, async () => {});
    time = 699;
    expect((await version.current()) === before).toBe(isPostgres);
    time = 1_000;
    const after = await version.current();
    expect(after).toBeGreaterThan(before);
    await expect(
      changeGraph(knex, { wait: true }, async () => {
        throw new Error('not done');
      }),
    ).rejects.toThrow('not done');
    await changeGraph(
      knex,
      { wait: true, isChange: result => result !== 'nothing' },
      async () => 'nothing',
    );
    time = 2_000;
    expect(await version.current()).toBe(after);
  });
});
