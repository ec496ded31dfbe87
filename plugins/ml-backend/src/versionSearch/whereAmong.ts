import { Knex } from 'knex';

/**
 * How many ids there are: `few` are looked up one by one; of `some` a set is
 * made that versions are looked up in; with `many` the database decides, while
 * it walks.
 */
export type Extent = 'few' | 'some' | 'many';

/** Leaves the versions of which a column is among some ids. */
export function whereAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  ids: Knex.QueryBuilder,
  extent: Extent,
): void {
  if (extent === 'some') {
    // Written so, PostgreSQL makes a set of them and walks in order until the
    // page is full. It would rather join, and then walks in no order, or looks
    // up each version it meets.
    query.where(knex.raw('(?? IN ?) IS TRUE', [column, ids]));
  } else if (extent === 'many' && knex.client.config.client === 'pg') {
    // As above, and it may also look up each that it meets, should they not
    // fit the memory.
    query.where(
      knex.raw(
        '(EXISTS (SELECT 1 FROM ? AS among (id) WHERE among.id = ??)) IS TRUE',
        [ids, column],
      ),
    );
  } else {
    query.whereIn(column, ids);
  }
}

/**
 * Leaves the versions that are among many ids, in a column `version_id`, where a
 * set of those would take longer than to look at what other conditions leave,
 * or than a page: PostgreSQL looks for each version by itself. SQLite would go
 * through all of them each time, and makes a set quickly.
 */
export function whereNamed(
  knex: Knex,
  query: Knex.QueryBuilder,
  ids: Knex.QueryBuilder,
): void {
  if (knex.client.config.client !== 'pg') {
    query.whereIn('version.id', ids);
    return;
  }
  // A scalar: of EXISTS PostgreSQL may make a set, for what it expects to meet.
  query.where(
    knex.raw(
      '(SELECT 1 FROM ? AS among WHERE among.version_id = version.id LIMIT 1) = 1',
      [ids],
    ),
  );
}
