import { DatabaseService } from '@backstage/backend-plugin-api';
import { createMigratedDatabases } from './createMigratedDatabases';

jest.setTimeout(60_000);

const applyMigrations = jest.fn(async (database: DatabaseService) => {
  const knex = await database.getClient();
  await knex.schema.createTable('thing', table => {
    table.increments('id');
    table.string('name').notNullable();
    table.index(['name'], 'thing_name_idx');
  });
  await knex('thing').insert({ name: 'of the migration' });
});

const { databases, migratedDatabase } =
  createMigratedDatabases(applyMigrations);

describe.each(databases.eachSupportedId())('a database on %s', id => {
  it('has what the migrations made, and nothing of another test', async () => {
    const first = await migratedDatabase(id);
    await first('thing').insert({ name: 'of the first' });
    const second = await migratedDatabase(id);
    await second('thing').insert({ name: 'of the second' });

    await expect(first('thing').orderBy('id')).resolves.toEqual([
      { id: 1, name: 'of the migration' },
      { id: 2, name: 'of the first' },
    ]);
    await expect(second('thing').orderBy('id')).resolves.toEqual([
      { id: 1, name: 'of the migration' },
      { id: 2, name: 'of the second' },
    ]);
  });

  it('is migrated once for all tests on PostgreSQL', async () => {
    await migratedDatabase(id);
    applyMigrations.mockClear();

    await migratedDatabase(id);

    expect(applyMigrations).toHaveBeenCalledTimes(id === 'POSTGRES_15' ? 0 : 1);
  });
});
