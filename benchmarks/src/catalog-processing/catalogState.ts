import { Knex } from 'knex';

/**
 * Whether so many entities are in the catalog, processed and ready to be read.
 * Throws when one could not be processed.
 */
export async function isSettled(knex: Knex, total: number): Promise<boolean> {
  const failed = await knex('refresh_state')
    .where('errors', '!=', '')
    .andWhere('errors', '!=', '[]')
    .first('entity_ref', 'errors');
  if (failed) {
    throw new Error(
      `${failed.entity_ref} could not be processed: ${failed.errors}`,
    );
  }
  return (
    (await countRows(
      knex('refresh_state').whereNotNull('processed_entity'),
    )) === total &&
    (await isIdle(knex)) &&
    // Between processing and what makes it readable nothing is queued for a moment.
    (await countRows(knex('final_entities').whereNotNull('final_entity'))) ===
      total
  );
}

/** Whether there is no entity at all. */
export async function isEmpty(knex: Knex): Promise<boolean> {
  return (await countRows(knex('refresh_state'))) === 0 && (await isIdle(knex));
}

async function isIdle(knex: Knex): Promise<boolean> {
  return (await countRows(knex('stitch_queue'))) === 0;
}

async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}
