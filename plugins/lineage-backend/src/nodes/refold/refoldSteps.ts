import { Sql } from '../../database/Sql';
import { insertNodes } from '../insertNodes';
import { stepKeyOf } from '../nodeKey';
import { NODE_KIND } from '../nodeKinds';
import { writeEdges } from '../writeEdges';
import { Move, moveRoots } from './moveRoots';

interface StepRow {
  id: number;
  key: string;
  root_id: number | null;
  job_root: number;
  job_key: string;
  output_root: number;
  output_key: string;
  environment_id: number;
  namespace: string;
  name: string;
}

/**
 * Steps fold into the step of what their job and their output fold into.
 *
 * @returns those that fold into another one than before.
 */
export async function refoldSteps(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, Move>> {
  const steps = await sql.select<StepRow>(
    `select n.id, n.key, n.root_id, a.id as job_root, a.key as job_key,
       b.id as output_root, b.key as output_key, b.environment_id, a.namespace, a.name
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join node as n
     join node as j on j.id = n.job_id
     join node as a on a.id = coalesce(j.root_id, j.id)
     join node as o on o.id = n.output_id
     join node as b on b.id = coalesce(o.root_id, o.id)
     where n.id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
  const roots = await findRoots(sql, steps);
  const moved = new Map<number, Move>();
  for (const step of steps) {
    const from = step.root_id ?? step.id;
    const to = roots.get(rootKeyOf(step));
    if (to !== undefined && to !== from) {
      moved.set(step.id, { from, to });
    }
  }
  await writeEdges(sql, await moveRoots(sql, moved));
  return moved;
}

function rootKeyOf({ job_key, output_key }: StepRow): string {
  return stepKeyOf(job_key, output_key);
}

async function findRoots(
  sql: Sql,
  steps: readonly StepRow[],
): Promise<Map<string, number>> {
  const wanted = new Map(steps.map(step => [rootKeyOf(step), step]));
  const rows = await sql.select<{ id: number; key: string }>(
    `select n.id, n.key from ${sql.rowsOf('r', { key: 'text' })}
     cross join node as n where n.key = r.key`,
    JSON.stringify(Array.from(wanted.keys(), key => ({ key }))),
  );
  const found = new Map(rows.map(({ id, key }) => [key, id]));
  const missing = [...wanted].filter(([key]) => !found.has(key));
  const inserted = await insertNodes(
    sql,
    missing.map(([key, step]) => ({
      kind: NODE_KIND.step,
      key,
      namespace: step.namespace,
      name: step.name,
      job_id: step.job_root,
      output_id: step.output_root,
      environment_id: step.environment_id,
      first_seen: null,
      last_seen: null,
    })),
  );
  inserted.forEach(({ id, key }) => found.set(key, id));
  return found;
}
