import { setImmediate } from 'node:timers/promises';
import { Sql } from '../database/Sql';
import { UnderLock } from './UnderLock';

const PAGE = 2000;

/**
 * Deletes runs whose latest event was before the given time, with what they
 * read and wrote. The last run of a job stays, and so does what jobs claim.
 */
export async function deleteOldRuns(
  sql: Sql,
  options: {
    before: string;
    signal: AbortSignal;
    underLock: UnderLock;
  },
): Promise<number> {
  const { before, signal, underLock } = options;
  let deleted = 0;
  let after = '';
  while (!signal.aborted) {
    // Found without the lock, and looked at again under it.
    const page = await sql.select<{ id: string; last_stamp: string | null }>(
      'select id, last_stamp from run where id > ? order by id limit ?',
      after,
      PAGE,
    );
    const old = page.filter(
      ({ last_stamp }) => last_stamp !== null && last_stamp < before,
    );
    if (old.length > 0) {
      deleted += await underLock(locked => deleteRuns(locked, old, before));
    }
    if (page.length < PAGE) {
      break;
    }
    after = page[page.length - 1].id;
    await setImmediate();
  }
  return deleted;
}

async function deleteRuns(
  sql: Sql,
  runs: readonly { id: string }[],
  before: string,
): Promise<number> {
  const ids = await sql.select<{ id: string }>(
    `select u.id from ${sql.rowsOf('r', { id: 'text' })}
     cross join run as u
     where u.id = r.id and u.last_stamp < ? and not exists (
       select 1 from job
       where job.node_id = u.job_id and u.job_id = u.job_root and job.last_run_id = u.id
     ) and not exists (
       select 1 from job where job.node_id = u.job_root and job.folded_run_id = u.id
     )`,
    JSON.stringify(runs.map(({ id }) => ({ id }))),
    before,
  );
  const rows = JSON.stringify(ids);
  const list = `select id from ${sql.rowsOf('r', { id: 'text' })}`;
  await sql.run(`delete from run_edge where run_id in (${list})`, rows);
  await sql.run(`delete from run where id in (${list})`, rows);
  return ids.length;
}
