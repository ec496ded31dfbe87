import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { PostgresTemplate } from './PostgresTemplate';

/**
 * The databases that every store is tested on, and new ones with all tables.
 * Call it at the top of a test file: what was made is removed after its tests.
 *
 * @param applyMigrations - makes all tables of the plugin in an empty database
 * @returns `databases` for `describe.each`, and `migratedDatabase`, which gives a new database
 * @public
 */
export function createMigratedDatabases(
  applyMigrations: (database: DatabaseService) => Promise<unknown>,
): {
  databases: TestDatabases;
  migratedDatabase: (id: TestDatabaseId) => Promise<Knex>;
} {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const migrate = async (knex: Knex) => {
    await applyMigrations(
      mockServices.database.mock({
        getClient: async () => knex,
        migrations: { skip: false },
      }),
    );
  };
  const template = new PostgresTemplate({
    createEmpty: () => databases.init('POSTGRES_15'),
    migrate,
  });
  afterAll(() => template.close());
  return {
    databases,
    migratedDatabase: async id => {
      const knex = await databases.init(id);
      if (id === 'POSTGRES_15') {
        await template.copyTo(knex);
      } else {
        await migrate(knex);
      }
      return knex;
    },
  };
}
