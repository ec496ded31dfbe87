import { Sql } from '../../database/Sql';

/**
 * For the start of a statement: a list of ids as table `wanted`, one bound value
 * however long it is; see {@link bindIds}. It is made before anything else, also
 * because PostgreSQL then starts no workers for what takes a millisecond.
 */
export function withWanted(sql: Sql): string {
  return sql.isPostgres
    ? 'with wanted as materialized (select id from unnest(?::int[]) as i(id))'
    : 'with wanted as materialized (select value as id from json_each(?))';
}

/** The value for {@link withWanted}, as text: the driver takes longer to make it. */
export function bindIds(sql: Sql, ids: readonly number[]): string {
  return sql.isPostgres ? `{${ids.join(',')}}` : `[${ids.join(',')}]`;
}

/**
 * Joins rows of a table that an index finds. Both databases would sometimes
 * rather read a whole table of some ten thousand rows than look a few hundred
 * up, which takes ten times as long; here they have no choice.
 */
export function lookUp(sql: Sql, table: string, condition: string): string {
  const [, alias = table] = table.split(' ');
  return sql.isPostgres
    ? `cross join lateral (select * from ${table} where ${condition} offset 0) ${alias}`
    : `cross join ${table} on ${condition}`;
}

/** As {@link lookUp}, where there may be no row. */
export function lookUpIfAny(
  sql: Sql,
  table: string,
  condition: string,
): string {
  const [, alias = table] = table.split(' ');
  return sql.isPostgres
    ? `left join lateral (select * from ${table} where ${condition} offset 0) ${alias} on true`
    : `left join ${table} on ${condition}`;
}
