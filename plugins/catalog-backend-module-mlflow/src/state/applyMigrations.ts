import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Not the catalog's own list of migrations, whose database this is. */
export const MIGRATIONS_TABLE = 'understudy_mlflow_migrations';

/** The database of the catalog, with our tables in it. */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      tableName: MIGRATIONS_TABLE,
      directory: resolvePackagePath(
        '@understudy/plugin-catalog-backend-module-mlflow',
        'migrations',
      ),
    });
  }
  return knex;
}
