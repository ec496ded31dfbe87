import { NameKey, Stamp } from '@understudy/plugin-lineage-common';
import { canonicalJson } from '../../database/canonicalJson';
import { Sql } from '../../database/Sql';
import { NodeTable } from '../../nodes/NodeTable';
import { later } from '../../nodes/seenTimes';
import { BatchFacts, StatedJob } from './collectBatch';

interface JobRow {
  node_id: number;
  latest: string | null;
  last_run_id: string | null;
  last_run_stamp: string | null;
  declared_stamp: string | null;
  declared: string | null;
  parent_id: number | null;
  parent_stamp: string | null;
  /** Of all that folds into it. */
  folded_latest: string | null;
  folded_run_id: string | null;
  folded_run_stamp: string | null;
}

/** What a batch changed about claimants. */
export interface JobChanges {
  /** Time of the latest event, of all that claimants asked for fold into. */
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
  options: { nodes: NodeTable; others: Iterable<number> },
): Promise<JobChanges> {
  const { nodes, others } = options;
  const names = [...batch.jobs.keys(), ...batch.datasets.keys()];
  const ids = names.map(name => nodes.idOf(name));
  const roots = await selectRoots(sql, nodes, others);
  const stored = new Map(
    (
      await loadJobs(sql, [
        ...new Set([...ids, ...ids.map(id => nodes.rootOf(id)), ...roots]),
      ])
    ).map(row => [row.node_id, row]),
  );
  const changes: JobChanges = {
    latest: new Map(),
    moved: new Set(),
    declared: new Set(),
  };
  const written = new Set<JobRow>();
  const change = (id: number, work: (row: JobRow) => void) => {
    const row = stored.get(id) ?? newRow(id);
    stored.set(id, row);
    const before = latestOf(row);
    work(row);
    written.add(row);
    if (latestOf(row) !== before) {
      changes.moved.add(id);
    }
  };
  for (const name of names) {
    const id = nodes.idOf(name);
    const root = nodes.rootOf(id);
    change(id, row => {
      const before = row.declared_stamp;
      apply(row, batch, name, key => nodes.idOf(key));
      if (row.declared_stamp !== before) {
        changes.declared.add(name);
      }
    });
    if (root !== id) {
      change(root, row => applyFolded(row, batch.jobs.get(name)));
    }
  }
  for (const row of stored.values()) {
    const latest = latestOf(row);
    if (latest !== null) {
      changes.latest.set(row.node_id, latest);
    }
  }
  await saveJobs(sql, [...written]);
  return changes;
}

/** What claimants fold into; some may be of runs that the batch moves to another job. */
async function selectRoots(
  sql: Sql,
  nodes: NodeTable,
  ids: Iterable<number>,
): Promise<number[]> {
  const all = [...new Set(ids)];
  const unknown = all.filter(id => !nodes.has(id));
  const rows =
    unknown.length === 0
      ? []
      : await sql.select<{ id: number }>(
          `select coalesce(n.root_id, n.id) as id
           from ${sql.rowsOf('r', { id: 'int' })}
           cross join node as n where n.id = r.id`,
          JSON.stringify(unknown.map(id => ({ id }))),
        );
  return [
    ...all.filter(id => nodes.has(id)).map(id => nodes.rootOf(id)),
    ...rows.map(({ id }) => id),
  ];
}

/** Time of the latest event of a job and of all that folds into it. */
function latestOf({ latest, folded_latest }: JobRow): string | null {
  return later(latest, folded_latest);
}

function applyFolded(row: JobRow, job: StatedJob | undefined): void {
  if (!job) {
    return;
  }
  row.folded_latest = later(row.folded_latest, job.latest);
  if (job.lastRun && isLater(job.lastRun.stamp, row.folded_run_stamp)) {
    row.folded_run_id = job.lastRun.id;
    row.folded_run_stamp = job.lastRun.stamp;
  }
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
    folded_latest: null,
    folded_run_id: null,
    folded_run_stamp: null,
  };
}

async function loadJobs(sql: Sql, ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) {
    return [];
  }
  return await sql.select<JobRow>(
    `select j.node_id, j.latest, j.last_run_id, j.last_run_stamp, j.declared_stamp, j.declared, j.parent_id, j.parent_stamp, j.folded_latest, j.folded_run_id, j.folded_run_stamp
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
    `insert into job (node_id, latest, last_run_id, last_run_stamp, declared_stamp, declared, parent_id, parent_stamp, folded_latest, folded_run_id, folded_run_stamp)
     select r.node_id, r.latest, r.last_run_id, r.last_run_stamp, r.declared_stamp, r.declared, r.parent_id, r.parent_stamp, r.folded_latest, r.folded_run_id, r.folded_run_stamp
     from ${sql.rowsOf('r', {
       node_id: 'int',
       latest: 'text',
       last_run_id: 'text',
       last_run_stamp: 'text',
       declared_stamp: 'text',
       declared: 'text',
       parent_id: 'int',
       parent_stamp: 'text',
       folded_latest: 'text',
       folded_run_id: 'text',
       folded_run_stamp: 'text',
     })}
     where true
     on conflict (node_id) do update set
       latest = excluded.latest,
       last_run_id = excluded.last_run_id,
       last_run_stamp = excluded.last_run_stamp,
       declared_stamp = excluded.declared_stamp,
       declared = excluded.declared,
       parent_id = excluded.parent_id,
       parent_stamp = excluded.parent_stamp,
       folded_latest = excluded.folded_latest,
       folded_run_id = excluded.folded_run_id,
       folded_run_stamp = excluded.folded_run_stamp`,
    JSON.stringify(rows),
  );
}
