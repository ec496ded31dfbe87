import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync } from 'node:fs';
import { Knex } from 'knex';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@understudy/plugin-ml-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

async function listTables(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select('table_name as name')
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up one by one, all the way down, and up again', async () => {
    const knex = await databases.init(id);
    const afterEach: string[][] = [];
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    for (const _file of files) {
      await knex.migrate.up({ directory });
      afterEach.push(await listTables(knex));
    }
    const full = await listTables(knex);
    expect(full).toEqual(
      expect.arrayContaining([
        'event',
        'model_index',
        'registry_record',
        'subject',
        'version',
        'version_tag',
      ]),
    );
    await expect(knex('event_head').first()).resolves.toMatchObject({ id: 1 });

    for (const tables of afterEach.reverse()) {
      expect(await listTables(knex)).toEqual(tables);
      await knex.migrate.down({ directory });
    }
    expect(await listTables(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await listTables(knex)).toEqual(full);
  });
});
