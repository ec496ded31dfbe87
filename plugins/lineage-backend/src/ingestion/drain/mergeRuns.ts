import {
  ClaimedEdge,
  edgesOfRun,
  RunFacts,
  summarizeRun,
} from '@understudy/plugin-lineage-common';
import { canonicalJson } from '../../database/canonicalJson';
import { Sql } from '../../database/Sql';
import { NodeTable } from '../../nodes/NodeTable';
import { BatchFacts } from './collectBatch';
import { mergeStoredRuns, StoredRun } from './StoredRun';

/** A run that a batch says something new of. */
export interface ChangedRun {
  id: string;
  originalId: string | null;
  /** It was there before. */
  isKnown: boolean;
  merged: StoredRun;
  text: string;
  edges: ClaimedEdge[];
}

interface RunRow {
  id: string;
  original_id: string | null;
  facts: string;
}

const STATE = {
  unknown: 0,
  running: 1,
  complete: 2,
  aborted: 3,
  failed: 4,
} as const;

/**
 * Merges what is stored of the runs of a batch with what the batch says. Runs
 * that nothing new is said of are left out.
 */
export async function mergeRuns(
  sql: Sql,
  { runs }: BatchFacts,
): Promise<ChangedRun[]> {
  if (runs.size === 0) {
    return [];
  }
  const rows = await sql.select<RunRow>(
    `select u.id, u.original_id, u.facts
     from ${sql.rowsOf('r', { id: 'text' })}
     cross join run as u where u.id = r.id`,
    JSON.stringify([...runs.keys()].map(id => ({ id }))),
  );
  const stored = new Map(rows.map(row => [row.id, row]));
  const changed: ChangedRun[] = [];
  for (const [id, { originalId = null, stated }] of runs) {
    const row = stored.get(id);
    const before: StoredRun | undefined = row && JSON.parse(row.facts);
    const merged = before ? mergeStoredRuns(before, stated) : stated;
    const text = canonicalJson(merged);
    if (!row || row.facts !== text || (originalId && !row.original_id)) {
      changed.push({
        id,
        originalId: row?.original_id ?? originalId,
        isKnown: row !== undefined,
        merged,
        text,
        edges: merged.job?.own ? edgesOfRun(merged.job.key, merged) : [],
      });
    }
  }
  return changed;
}

/** Writes runs whose jobs have ids. */
export async function writeRuns(
  sql: Sql,
  runs: readonly ChangedRun[],
  nodes: NodeTable,
): Promise<void> {
  if (runs.length === 0) {
    return;
  }
  const rows = runs.map(({ id, originalId, merged, text }) => {
    const job = merged.job ? nodes.idOf(merged.job.key) : null;
    return {
      id,
      original_id: originalId,
      job_id: job,
      job_root: job === null ? null : nodes.rootOf(job),
      ...summaryColumns(merged),
      last_stamp: merged.last ?? merged.named ?? null,
      parent_run_id: merged.parent?.value.runId ?? null,
      facts: text,
    };
  });
  await sql.run(
    `insert into run (id, original_id, job_id, job_root, state, started_at, ended_at, last_stamp, parent_run_id, facts)
     select r.id, r.original_id, r.job_id, r.job_root, r.state, r.started_at, r.ended_at, r.last_stamp, r.parent_run_id, r.facts
     from ${sql.rowsOf('r', {
       id: 'text',
       original_id: 'text',
       job_id: 'int',
       job_root: 'int',
       state: 'int',
       started_at: 'text',
       ended_at: 'text',
       last_stamp: 'text',
       parent_run_id: 'text',
       facts: 'text',
     })}
     where true
     on conflict (id) do update set
       original_id = excluded.original_id,
       job_id = excluded.job_id,
       job_root = excluded.job_root,
       state = excluded.state,
       started_at = excluded.started_at,
       ended_at = excluded.ended_at,
       last_stamp = excluded.last_stamp,
       parent_run_id = excluded.parent_run_id,
       facts = excluded.facts`,
    JSON.stringify(rows),
  );
}

function summaryColumns(facts: RunFacts) {
  const { state, startedAt, endedAt } = summarizeRun(facts);
  return {
    state: STATE[state],
    started_at: startedAt ?? null,
    ended_at: endedAt ?? null,
  };
}
