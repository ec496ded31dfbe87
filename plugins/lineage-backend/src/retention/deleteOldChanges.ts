import { Sql } from '../database/Sql';

/** A backend that is further behind reads the graph anew. */
const KEPT = 10_000;

/** Deletes changes of the graph that no backend needs to keep up with it. */
export async function deleteOldChanges(sql: Sql): Promise<void> {
  await sql.run(
    `delete from edge_change
     where epoch <= (select edge_epoch from drain where id = 1) - ${KEPT}`,
  );
}
