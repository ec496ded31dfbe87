import { NameKey, Stamp } from '@understudy/plugin-lineage-common';
import { canonicalJson } from '../../database/canonicalJson';
import { Sql } from '../../database/Sql';
import { BatchFacts } from './collectBatch';

interface JobRow {
  node_id: number;
  latest: string | null;
  last_run_id: string | null;
  last_run_stamp: string | null;
  declared_stamp: string | null;
  declared: string | null;
  parent_id: number | null;
  parent_stamp: string | null;
}

/** What a batch changed about claimants. */
export interface JobChanges {
  /** Time of the latest event, of all claimants asked for. */
  latest: Map<number, string>;
  /** Those for which that is news. */
  moved: Set<number>;
  /** Those whose declaration the batch replaced. */
  declared: Set<NameKey>;
}

/**
 * Notes what a batch says of jobs and of datasets that declare their sources.
 * Answers also for claimants that the batch says nothing of.
 */
export async function writeJobs(
  sql: Sql,
  batch: BatchFacts,
  options: { idOf: (name: NameKey) => number; others: Iterable<number> },
): Promise<JobChanges> {
  const { idOf, others } = options;
  const names = [...batch.jobs.keys(), ...batch.datasets.keys()];
  const ids = new Set([...names.map(idOf), ...others]);
  const stored = new Map(
    (await loadJobs(sql, [...ids])).map(row => [row.node_id, row]),
  );
  const changes: JobChanges = {
    latest: new Map(),
    moved: new Set(),
    declared: new Set(),
  };
  const rows: JobRow[] = [];
  for (const name of names) {
    const id = idOf(name);
    const before = stored.get(id) ?? newRow(id);
    const row = { ...before };
    apply(row, batch, name, idOf);
    if (row.latest !== before.latest) {
      changes.moved.add(id);
    }
    if (row.declared_stamp !== before.declared_stamp) {
      changes.declared.add(name);
    }
    stored.set(id, row);
    rows.push(row);
  }
  for (const row of stored.values()) {
    if (row.latest !== null) {
      changes.latest.set(row.node_id, row.latest);
    }
  }
  await saveJobs(sql, rows);
  return changes;
}

function apply(
  row: JobRow,
  batch: BatchFacts,
  name: NameKey,
  idOf: (name: NameKey) => number,
): void {
  const job = batch.jobs.get(name);
  if (job) {
    row.latest = later(row.latest, job.latest);
    if (job.lastRun && isLater(job.lastRun.stamp, row.last_run_stamp)) {
      row.last_run_id = job.lastRun.id;
      row.last_run_stamp = job.lastRun.stamp;
    }
    if (job.parent && isLater(job.parent.stamp, row.parent_stamp)) {
      row.parent_id = idOf(job.parent.value);
      row.parent_stamp = job.parent.stamp;
    }
  }
  const declared = job?.declared ?? batch.datasets.get(name);
  if (declared && isLater(declared.stamp, row.declared_stamp)) {
    row.declared = canonicalJson(declared.value);
    row.declared_stamp = declared.stamp;
  }
}

function isLater(stamp: Stamp, than: string | null): boolean {
  return than === null || stamp > than;
}

function later(a: string | null, b: string): string {
  return a === null || a < b ? b : a;
}

function newRow(id: number): JobRow {
  return {
    node_id: id,
    latest: null,
    last_run_id: null,
    last_run_stamp: null,
    declared_stamp: null,
    declared: null,
    parent_id: null,
    parent_stamp: null,
  };
}

async function loadJobs(sql: Sql, ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) {
    return [];
  }
  return await sql.select<JobRow>(
    `select j.node_id, j.latest, j.last_run_id, j.last_run_stamp, j.declared_stamp, j.declared, j.parent_id, j.parent_stamp
     from ${sql.rowsOf('r', { id: 'int' })}
     cross join job as j where j.node_id = r.id`,
    JSON.stringify(ids.map(id => ({ id }))),
  );
}

async function saveJobs(sql: Sql, rows: readonly JobRow[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  await sql.run(
    `insert into job (node_id, latest, last_run_id, last_run_stamp, declared_stamp, declared, parent_id, parent_stamp)
     select r.node_id, r.latest, r.last_run_id, r.last_run_stamp, r.declared_stamp, r.declared, r.parent_id, r.parent_stamp
     from ${sql.rowsOf('r', {
       node_id: 'int',
       latest: 'text',
       last_run_id: 'text',
       last_run_stamp: 'text',
       declared_stamp: 'text',
       declared: 'text',
       parent_id: 'int',
       parent_stamp: 'text',
     })}
     where true
     on conflict (node_id) do update set
       latest = excluded.latest,
       last_run_id = excluded.last_run_id,
       last_run_stamp = excluded.last_run_stamp,
       declared_stamp = excluded.declared_stamp,
       declared = excluded.declared,
       parent_id = excluded.parent_id,
       parent_stamp = excluded.parent_stamp`,
    JSON.stringify(rows),
  );
}
