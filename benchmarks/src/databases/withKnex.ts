import { Knex } from 'knex';
import { BenchmarkDatabase } from './BenchmarkDatabase';

/** Does something with the database of a plugin, and leaves it. */
export async function withKnex<T>(
  database: Pick<BenchmarkDatabase, 'open'>,
  pluginId: string,
  run: (knex: Knex) => Promise<T>,
): Promise<T> {
  const knex = await database.open(pluginId);
  try {
    return await run(knex);
  } finally {
    await knex.destroy();
  }
}
