import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Makes the tables of the lineage backend. */
export async function migrateLineage(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@understudy/plugin-lineage-backend',
      'migrations',
    ),
  });
}
