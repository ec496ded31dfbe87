import { Knex } from 'knex';

/**
 * Ids that are known already as a query of a column `id`: one parameter,
 * however many they are.
 */
export function listedIds(
  knex: Knex,
  ids: readonly string[],
): Knex.QueryBuilder {
  return knex.client.config.client === 'pg'
    ? knex.select(knex.raw('unnest(?::varchar[]) AS id', [[...ids]]))
    : knex
        .select('value as id')
        .from(knex.raw('json_each(?)', [JSON.stringify(ids)]));
}
