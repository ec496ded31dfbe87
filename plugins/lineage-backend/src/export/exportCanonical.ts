import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { exportColumns } from './exportColumns';
import { exportClaims } from './exportClaims';
import { exportDeclarations } from './exportDeclarations';
import { exportEdges } from './exportEdges';
import { exportNodes } from './exportNodes';
import { exportRuns } from './exportRuns';
import { NodeNames } from './NodeNames';

/**
 * Everything that is known, as lines of JSON in an order of their own: nodes,
 * runs, claims, declarations, and the graph that follows from them. There are no ids of the
 * database and no times of arrival, so two databases that were sent the same
 * events give the same bytes.
 *
 * @throws ConflictError at the end when a SQLite database changed meanwhile:
 * reading all of it at once would keep the portal from writing for too long.
 */
export async function* exportCanonical(knex: Knex): AsyncGenerator<string> {
  if (knex.client.config.client !== 'pg') {
    const sql = new Sql(knex);
    const before = await countChanges(sql);
    yield* exportAll(sql);
    if ((await countChanges(sql)) !== before) {
      throw new ConflictError('The database was written to during the export');
    }
    return;
  }
  const trx = await knex.transaction({
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
  try {
    yield* exportAll(new Sql(trx));
  } finally {
    await trx.rollback();
  }
}

async function* exportAll(sql: Sql): AsyncGenerator<string> {
  const names = await NodeNames.load(sql);
  yield* exportNodes(sql, names);
  yield* exportRuns(sql, names);
  yield* exportClaims(sql, names);
  yield* exportDeclarations(sql, names);
  yield* exportEdges(sql, names);
  yield* exportColumns(sql, names);
}

/** By this connection and by all others. */
async function countChanges(sql: Sql): Promise<string> {
  const [own] = await sql.select<object>('select total_changes() as own');
  const [others] = await sql.select<object>('pragma data_version');
  return JSON.stringify([own, others]);
}
