import { writeColumns } from '../../columns/writeColumns';
import { Sql } from '../../database/Sql';
import { writeSchemas } from '../../observedSchemas/writeSchemas';
import { decideCurrent } from '../decideCurrent';
import { NODE_KIND } from '../nodeKinds';
import { Move } from './moveRoots';
import { recountFolded } from './recountFolded';
import { refoldSteps } from './refoldSteps';

/**
 * Brings everything in step with some names that fold into others than before:
 * steps, runs, and what is known of all that folds into one node. Where all
 * names were looked at, `applyNameRules` does it for all at once.
 */
export async function finishRefold(
  sql: Sql,
  names: ReadonlyMap<number, Move>,
): Promise<void> {
  if (names.size === 0) {
    return;
  }
  const steps = await refoldSteps(sql, await selectSteps(sql, names));
  const moved = new Map([...names, ...steps]);
  await moveRuns(sql, moved);
  const roots = new Set(
    [...moved.values()].flatMap(({ from, to }) => [from, to]),
  );
  await recountFolded(sql, roots);
  await writeColumns(sql, [...roots, ...(await selectReaders(sql, roots))]);
  await writeSchemas(sql, roots);
  await decideCurrent(sql, [...roots]);
}

/** Whose fields are made from fields of these, as far as that is kept. */
async function selectReaders(
  sql: Sql,
  roots: ReadonlySet<number>,
): Promise<number[]> {
  const ids = JSON.stringify(Array.from(roots, id => ({ id })));
  const rows = await sql.select<{ claimant_id: number }>(
    `select e.claimant_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join dataset_column as c
     join column_edge as e on e.src = c.id
     where c.node_id = r.id
     union
     select c.claimant_id
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join column_cut as c
     where c.node_id = r.id`,
    ids,
    ids,
  );
  return rows.map(({ claimant_id }) => claimant_id);
}

async function selectSteps(
  sql: Sql,
  names: ReadonlyMap<number, Move>,
): Promise<number[]> {
  const rows = JSON.stringify(Array.from(names.keys(), id => ({ id })));
  const from = sql.rowsOf('r', { id: 'int' });
  const steps = await sql.select<{ id: number }>(
    `select n.id from ${from} cross join node as n
     where n.job_id = r.id and n.kind = ${NODE_KIND.step}
     union
     select n.id from ${from} cross join node as n
     where n.output_id = r.id and n.kind = ${NODE_KIND.step}`,
    rows,
    rows,
  );
  return steps.map(({ id }) => id);
}

async function moveRuns(
  sql: Sql,
  moved: ReadonlyMap<number, Move>,
): Promise<void> {
  const rows = JSON.stringify(
    Array.from(moved, ([id, { from, to }]) => ({ id, from, to })),
  );
  const list = sql.rowsOf('r', { id: 'int', from: 'int', to: 'int' });
  await sql.run(
    `update run set job_root = r."to" from ${list}
     where run.job_root = r."from" and run.job_id = r.id`,
    rows,
  );
  for (const end of ['src', 'dst']) {
    await sql.run(
      `update run_edge set ${end}_root = r."to" from ${list}
       where run_edge.${end}_root = r."from" and run_edge.${end} = r.id`,
      rows,
    );
  }
}
