import { Sql } from '../../database/Sql';

/** A connection that a run made, as it is stored. */
export interface RunEdge {
  run_id: string;
  claimant_id: number;
  src: number;
  dst: number;
  /** What the two fold into. */
  src_root: number;
  dst_root: number;
  first_seen: string;
  last_seen: string;
  /** Of the dataset at one end that the run read or wrote. */
  version: string | null;
}

/** What became of the connections of runs. */
export interface RunEdgeChanges {
  /** New or different. */
  written: RunEdge[];
  removed: RunEdge[];
  claims: Map<string, ObservedChange>;
}

/** How a claim over all runs of a job changes. */
export interface ObservedChange {
  claimant: number;
  src: number;
  dst: number;
  /** By runs that made the connection for the first time. */
  added: number;
  first: string;
  last: string;
  /** Something was taken back: the runs have to be counted again. */
  recount: boolean;
}

/** Compares the connections that runs had with those that they have now. */
export function diffRunEdges(
  before: readonly RunEdge[],
  after: readonly RunEdge[],
): RunEdgeChanges {
  const changes: RunEdgeChanges = {
    written: [],
    removed: [],
    claims: new Map(),
  };
  const known = new Map(before.map(edge => [keyOf(edge), edge]));
  for (const edge of after) {
    const old = known.get(keyOf(edge));
    known.delete(keyOf(edge));
    if (old && old.claimant_id !== edge.claimant_id) {
      note(changes.claims, old, { recount: true });
    }
    if (!old || old.claimant_id !== edge.claimant_id) {
      changes.written.push(edge);
      note(changes.claims, edge, { added: 1 });
    } else if (
      old.first_seen !== edge.first_seen ||
      old.last_seen !== edge.last_seen
    ) {
      changes.written.push(edge);
      note(changes.claims, edge, {
        recount:
          edge.first_seen > old.first_seen || edge.last_seen < old.last_seen,
      });
    } else if (old.version !== edge.version) {
      changes.written.push(edge);
    }
  }
  for (const edge of known.values()) {
    changes.removed.push(edge);
    note(changes.claims, edge, { recount: true });
  }
  return changes;
}

function keyOf({ run_id, src, dst }: RunEdge): string {
  return `${run_id} ${src} ${dst}`;
}

function note(
  claims: RunEdgeChanges['claims'],
  edge: RunEdge,
  { added = 0, recount = false }: { added?: number; recount?: boolean },
): void {
  const { claimant_id: claimant, src, dst, first_seen, last_seen } = edge;
  const key = `${claimant} ${src} ${dst}`;
  const claim = claims.get(key);
  if (!claim) {
    claims.set(key, {
      claimant,
      src,
      dst,
      added,
      first: first_seen,
      last: last_seen,
      recount,
    });
    return;
  }
  claim.added += added;
  claim.recount ||= recount;
  if (first_seen < claim.first) {
    claim.first = first_seen;
  }
  if (last_seen > claim.last) {
    claim.last = last_seen;
  }
}

/** The connections that are stored of runs. */
export async function loadRunEdges(
  sql: Sql,
  runIds: readonly string[],
): Promise<RunEdge[]> {
  if (runIds.length === 0) {
    return [];
  }
  return await sql.select<RunEdge>(
    `select e.run_id, e.claimant_id, e.src, e.dst, e.src_root, e.dst_root, e.first_seen, e.last_seen, e.version
     from ${sql.rowsOf('r', { id: 'text' })}
     cross join run_edge as e where e.run_id = r.id`,
    JSON.stringify(runIds.map(id => ({ id }))),
  );
}

/** Writes what {@link diffRunEdges} found. */
export async function writeRunEdges(
  sql: Sql,
  { written, removed }: RunEdgeChanges,
): Promise<void> {
  if (removed.length > 0) {
    await sql.run(
      `delete from run_edge where (run_id, src, dst) in (
         select r.run_id, r.src, r.dst
         from ${sql.rowsOf('r', { run_id: 'text', src: 'int', dst: 'int' })}
       )`,
      JSON.stringify(
        removed.map(({ run_id, src, dst }) => ({ run_id, src, dst })),
      ),
    );
  }
  if (written.length > 0) {
    await sql.run(
      `insert into run_edge (run_id, claimant_id, src, dst, src_root, dst_root, first_seen, last_seen, version)
       select r.run_id, r.claimant_id, r.src, r.dst, r.src_root, r.dst_root, r.first_seen, r.last_seen, r.version
       from ${sql.rowsOf('r', {
         run_id: 'text',
         claimant_id: 'int',
         src: 'int',
         dst: 'int',
         src_root: 'int',
         dst_root: 'int',
         first_seen: 'text',
         last_seen: 'text',
         version: 'text',
       })}
       where true
       on conflict (run_id, src, dst) do update set
         claimant_id = excluded.claimant_id,
         version = excluded.version,
         first_seen = excluded.first_seen,
         last_seen = excluded.last_seen`,
      JSON.stringify(written),
    );
  }
}
