import { Knex } from 'knex';

/** What PostgreSQL does by itself within minutes after so many new rows. */
export async function settle(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw('VACUUM ANALYZE');
  }
}
