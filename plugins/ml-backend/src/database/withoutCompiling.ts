import { Knex } from 'knex';

/**
 * Runs a query that PostgreSQL would compile to machine code first ("JIT"),
 * which it does when it expects a query to be costly. For a page of a list that
 * takes several times as long as the query. SQLite does no such thing.
 */
export async function withoutCompiling<T>(
  knex: Knex,
  run: (knex: Knex) => PromiseLike<T>,
): Promise<T> {
  if (knex.client.config.client !== 'pg') {
    return await run(knex);
  }
  return await knex.transaction(
    async transaction => {
      await transaction.raw('SET LOCAL jit = off');
      return await run(transaction);
    },
    { readOnly: true },
  );
}
