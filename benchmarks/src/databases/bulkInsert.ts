import { Knex } from 'knex';

const BATCH = 2000;

/** A row, with the values a database gives or takes. */
export type Row = Record<string, unknown>;

/** Inserts many rows quickly: a batch is one statement with one JSON value. */
export async function bulkInsert(
  knex: Knex,
  table: string,
  rows: Iterable<Row>,
): Promise<void> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) {
      await insert(knex, table, batch);
      batch = [];
    }
  }
  if (batch.length > 0) {
    await insert(knex, table, batch);
  }
}

async function insert(knex: Knex, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0]);
  const names = columns.map(() => '??').join(', ');
  const json = JSON.stringify(rows);
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `INSERT INTO ?? (${names}) SELECT ${names} FROM json_populate_recordset(NULL::??, ?)`,
      [table, ...columns, ...columns, table, json],
    );
    return;
  }
  const values = columns.map(() => `value ->> ?`).join(', ');
  await knex.raw(
    `INSERT INTO ?? (${names}) SELECT ${values} FROM json_each(?)`,
    [table, ...columns, ...columns, json],
  );
}
