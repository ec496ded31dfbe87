import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';

/** The databases that every store is tested on. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

/** A new database with all tables. */
export async function migratedDatabase(
  id: Parameters<typeof databases.init>[0],
): Promise<Knex> {
  const knex = await databases.init(id);
  return await applyMigrations(
    mockServices.database.mock({
      getClient: async () => knex,
      migrations: { skip: false },
    }),
  );
}
