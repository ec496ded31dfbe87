import { Knex } from 'knex';
import { keysetAfter, keysetOrder, OrderColumn } from './keysetPage';

/**
 * A page of versions that is ordered by the name of their record first: walks
 * the records in order and takes no more than a page from each, so that one
 * with very many versions is not read, let alone sorted, as a whole. For
 * PostgreSQL only; SQLite cannot join what depends on what it joins.
 *
 * @param options.records - the records, by the name `registry_record`.
 * @param options.versions - of whatever record, with what is read of them.
 * @param options.columns - the first is the name of the record.
 */
export function pageByRecord(
  knex: Knex,
  options: {
    records: Knex.QueryBuilder;
    versions: Knex.QueryBuilder;
    columns: readonly OrderColumn[];
    after: readonly (string | number)[] | undefined;
    limit: number;
  },
): Knex.QueryBuilder {
  const { records, versions, columns, after, limit } = options;
  const [name, ...others] = columns;
  const found = versions
    .whereRaw('version.record_id = registry_record.id')
    .limit(limit);
  keysetOrder(found, others);
  keysetAfter(found, columns, after);
  if (after) {
    records.whereRaw(`${name.sql} ${name.descending ? '<=' : '>='} ?`, [
      after[0],
    ]);
  }
  const page = knex
    .select('registry_record.name', 'found.*')
    .from(records.as('registry_record'))
    .crossJoin(knex.raw('LATERAL ? AS found', [found]))
    .limit(limit);
  keysetOrder(page, [
    name,
    ...others.map(one => ({ ...one, sql: `found.${one.field}` })),
  ]);
  return page;
}
