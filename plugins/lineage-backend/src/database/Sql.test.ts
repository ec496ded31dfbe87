import { Knex } from 'knex';
import { databases } from '../__testUtils__/migratedDatabase';
import { Sql } from './Sql';

jest.setTimeout(60_000);

const TEXT = 'select cast(? as integer) + 1 as sum';

describe.each(databases.eachSupportedId())('Sql on %s', id => {
  it('asks often what it asks once', async () => {
    const knex = await databases.init(id);
    const sql = new Sql(knex);
    for (const number of [1, 2, 3]) {
      expect(await sql.selectOften(TEXT, number)).toEqual([
        { sum: number + 1 },
      ]);
      expect(await sql.select(TEXT, number)).toEqual([{ sum: number + 1 }]);
    }
    await expect(sql.selectOften('select nothing')).rejects.toThrow(/nothing/);
  });
});

describe('Sql beside a pool that changes connections', () => {
  /** A connection that forgets what was prepared. */
  function start(code: string) {
    const asked: (string | undefined)[] = [];
    const answer = async (name?: string) => {
      asked.push(name);
      if (name !== undefined) {
        throw Object.assign(new Error('unknown statement'), { code });
      }
      return { rows: [{ sum: 2 }] };
    };
    const raw = () => ({
      options: ({ name }: { name: string }) => answer(name),
      then: (...handlers: Parameters<Promise<object>['then']>) =>
        answer().then(...handlers),
    });
    const knex = { client: { config: { client: 'pg' } }, raw };
    return { asked, sql: new Sql(knex as unknown as Knex) };
  }

  it.each(['26000', '42P05'])(
    'does without prepared statements after error %s',
    async code => {
      const { asked, sql } = start(code);
      expect(await sql.selectOften(TEXT, 1)).toEqual([{ sum: 2 }]);
      expect(await sql.selectOften(TEXT, 1)).toEqual([{ sum: 2 }]);
      expect(asked).toEqual([
        expect.stringMatching(/^lineage_[0-9a-f]{40}$/),
        undefined,
        undefined,
      ]);
    },
  );

  it('passes on every other error', async () => {
    const { sql } = start('57014');
    await expect(sql.selectOften(TEXT, 1)).rejects.toThrow('unknown statement');
  });
});
