import { Sql } from '../database/Sql';

/** The facet of `claimant_id` says more about fields of `node_id` than is kept. */
export interface ColumnCut {
  claimant_id: number;
  node_id: number;
}

/** Puts what is left out of the facets of some claimants in the place of what was before. */
export async function writeColumnCuts(
  sql: Sql,
  claimants: readonly number[],
  cuts: readonly ColumnCut[],
): Promise<void> {
  await sql.run(
    `delete from column_cut where claimant_id in (
       select r.id from ${sql.rowsOf('r', { id: 'int' })}
     )`,
    JSON.stringify(claimants.map(id => ({ id }))),
  );
  if (cuts.length > 0) {
    await sql.run(
      `insert into column_cut (claimant_id, node_id)
       select r.claimant_id, r.node_id
       from ${sql.rowsOf('r', { claimant_id: 'int', node_id: 'int' })}
       where true
       on conflict (claimant_id, node_id) do nothing`,
      JSON.stringify(cuts),
    );
  }
}
