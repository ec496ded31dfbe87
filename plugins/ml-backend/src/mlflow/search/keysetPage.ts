import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { isStorable } from '../../database/isStorable';

/** A column that rows are ordered by, and how it is called in them. */
export interface OrderColumn {
  /** SQL of the column; it never comes from outside. */
  sql: string;
  /** Name of the value in a row. */
  field: string;
  descending: boolean;
  /** Whether the values are numbers and not texts. */
  numeric: boolean;
}

type Value = string | number;

/** Orders a query and continues it: see {@link keysetOrder}, {@link keysetAfter}. */
export function keysetPage(
  query: Knex.QueryBuilder,
  columns: readonly OrderColumn[],
  after: readonly Value[] | undefined,
): void {
  keysetOrder(query, columns);
  keysetAfter(query, columns, after);
}

/** Orders a query. */
export function keysetOrder(
  query: Knex.QueryBuilder,
  columns: readonly OrderColumn[],
): void {
  for (const { sql, descending } of columns) {
    query.orderByRaw(`${sql} ${descending ? 'DESC' : 'ASC'}`);
  }
}

/**
 * Continues an ordered query after a place: the values of the columns of the
 * last row seen. The last column must be unique. Throws InputError for a place
 * that cannot be one of this list.
 */
export function keysetAfter(
  query: Knex.QueryBuilder,
  columns: readonly OrderColumn[],
  after: readonly Value[] | undefined,
): void {
  if (!after) {
    return;
  }
  requireFit(columns, after);
  query.where(either => {
    columns.forEach(({ sql, descending }, index) => {
      either.orWhere(all => {
        columns
          .slice(0, index)
          .forEach((before, i) =>
            all.whereRaw(`${before.sql} = ?`, [after[i]]),
          );
        all.whereRaw(`${sql} ${descending ? '<' : '>'} ?`, [after[index]]);
      });
    });
  });
}

/** The place of a row, to continue after. */
export function placeOf(row: object, columns: readonly OrderColumn[]): Value[] {
  return columns.map(({ field }) => {
    const value: unknown = Reflect.get(row, field);
    return typeof value === 'number' ? value : String(value);
  });
}

/** A place comes back from outside, and a database minds the types of values. */
function requireFit(
  columns: readonly OrderColumn[],
  place: readonly Value[],
): void {
  const fits =
    place.length === columns.length &&
    columns.every(({ numeric }, index) => {
      const value = place[index];
      return typeof value === 'number'
        ? numeric && Number.isSafeInteger(value)
        : !numeric && isStorable(value);
    });
  if (!fits) {
    throw new InputError('page_token does not fit the order of this search');
  }
}
