import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { NodeNames } from './NodeNames';

const PAGE = 500;

interface RunRow {
  id: string;
  original_id: string | null;
  job_id: number | null;
  state: number;
  started_at: string | null;
  ended_at: string | null;
  last_stamp: string | null;
  parent_run_id: string | null;
  facts: string;
}

/** Runs by id, a line each. */
export async function* exportRuns(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const rows: RunRow[] = await sql.select<RunRow>(
      `select id, original_id, job_id, state, started_at, ended_at, last_stamp, parent_run_id, facts
       from run where id > ? order by id limit ?`,
      after,
      PAGE,
    );
    const nameOf = await names.read(rows.flatMap(row => row.job_id ?? []));
    for (const row of rows) {
      yield canonicalJson({
        type: 'run',
        id: row.id,
        originalId: row.original_id,
        job: row.job_id === null ? null : nameOf(row.job_id),
        state: row.state,
        startedAt: row.started_at,
        endedAt: row.ended_at,
        lastStamp: row.last_stamp,
        parentRun: row.parent_run_id,
        facts: JSON.parse(row.facts),
      });
    }
    if (rows.length < PAGE) {
      return;
    }
    after = rows[rows.length - 1].id;
  }
}
