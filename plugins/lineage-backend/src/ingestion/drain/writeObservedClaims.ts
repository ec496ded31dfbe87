import { Sql } from '../../database/Sql';
import {
  Claim,
  deleteClaims,
  loadClaims,
  ORIGIN,
  Pair,
  saveClaims,
} from '../../nodes/claims';
import { NodeTable } from '../../nodes/NodeTable';
import { ObservedChange } from './runEdges';
import { startOfWindow } from '../../nodes/startOfWindow';

interface Counted {
  first: string;
  last: string;
  runs: number;
}

/**
 * Brings what jobs claim in step with what their runs did.
 *
 * @returns the pairs of nodes that may be connected differently now.
 */
export async function writeObservedClaims(
  sql: Sql,
  changes: ReadonlyMap<string, ObservedChange>,
  options: {
    /** Of what claimants fold into. */
    latest: ReadonlyMap<number, string>;
    windowMs: number;
    nodes: NodeTable;
  },
): Promise<Pair[]> {
  const { latest, windowMs, nodes } = options;
  const stored = new Map(
    (
      await loadClaims(
        sql,
        [...changes.values()].map(({ claimant, src, dst }) => ({
          claimant_id: claimant,
          src,
          dst,
          origin: ORIGIN.observed,
        })),
      )
    ).map(claim => [keyOf(claim), claim]),
  );
  const counted = await recount(sql, changes);
  const saved: Claim[] = [];
  const gone: Claim[] = [];
  const pairs: Pair[] = [];
  for (const [key, change] of changes) {
    const before = stored.get(key);
    const now = change.recount ? counted.get(key) : extend(before, change);
    if (!now) {
      if (before) {
        gone.push(before);
        pairs.push([before.canonical_src, before.canonical_dst]);
      }
      continue;
    }
    const claimantRoot = before?.claimant_root ?? nodes.rootOf(change.claimant);
    const start = latest.get(claimantRoot);
    const claim: Claim = {
      claimant_id: change.claimant,
      src: change.src,
      dst: change.dst,
      origin: ORIGIN.observed,
      claimant_root: claimantRoot,
      src_root: before?.src_root ?? nodes.rootOf(change.src),
      dst_root: before?.dst_root ?? nodes.rootOf(change.dst),
      canonical_src: before?.canonical_src ?? nodes.shownAs(change.src),
      canonical_dst: before?.canonical_dst ?? nodes.shownAs(change.dst),
      environment_id: before?.environment_id ?? nodes.environmentOf(change.dst),
      first_seen: now.first,
      last_seen: now.last,
      runs: now.runs,
      current:
        start !== undefined && now.last >= startOfWindow(start, windowMs),
      relations: null,
    };
    if (!before || before.current !== claim.current) {
      pairs.push([claim.canonical_src, claim.canonical_dst]);
    }
    if (!before || differs(before, claim)) {
      saved.push(claim);
    }
  }
  await deleteClaims(sql, gone);
  await saveClaims(sql, saved);
  return pairs;
}

/**
 * Ends what was not seen within the window before the latest event of its job.
 *
 * @returns the pairs of nodes that may not be connected any more.
 */
export async function endOldClaims(
  sql: Sql,
  moved: Iterable<number>,
  options: { latest: ReadonlyMap<number, string>; windowMs: number },
): Promise<Pair[]> {
  const rows: { id: number; start: string }[] = [];
  for (const id of moved) {
    const latest = options.latest.get(id);
    if (latest !== undefined) {
      rows.push({ id, start: startOfWindow(latest, options.windowMs) });
    }
  }
  if (rows.length === 0) {
    return [];
  }
  const ended = await sql.select<
    Pick<Claim, 'canonical_src' | 'canonical_dst'>
  >(
    `update claim set current = false
     from ${sql.rowsOf('r', { id: 'int', start: 'text' })}
     where claim.claimant_root = r.id and claim.origin = ${ORIGIN.observed}
       and claim.current and claim.last_seen < r.start
     returning canonical_src, canonical_dst`,
    JSON.stringify(rows),
  );
  return ended.map(row => [row.canonical_src, row.canonical_dst]);
}

async function recount(
  sql: Sql,
  changes: ReadonlyMap<string, ObservedChange>,
): Promise<Map<string, Counted>> {
  const wanted = [...changes.values()].filter(change => change.recount);
  if (wanted.length === 0) {
    return new Map();
  }
  const rows = await sql.select<{
    claimant_id: number;
    src: number;
    dst: number;
    first: string;
    last: string;
    runs: number | string;
  }>(
    `select r.claimant as claimant_id, r.src, r.dst,
       min(e.first_seen) as "first", max(e.last_seen) as "last", count(*) as runs
     from ${sql.rowsOf('r', { claimant: 'int', src: 'int', dst: 'int' })}
     cross join run_edge as e
     where e.src = r.src and e.dst = r.dst and e.claimant_id = r.claimant
     group by r.claimant, r.src, r.dst`,
    JSON.stringify(
      wanted.map(({ claimant, src, dst }) => ({ claimant, src, dst })),
    ),
  );
  return new Map(
    rows.map(row => [
      keyOf(row),
      { first: row.first, last: row.last, runs: Number(row.runs) },
    ]),
  );
}

function extend(before: Claim | undefined, change: ObservedChange): Counted {
  if (!before) {
    return { first: change.first, last: change.last, runs: change.added };
  }
  return {
    first: before.first_seen < change.first ? before.first_seen : change.first,
    last: before.last_seen > change.last ? before.last_seen : change.last,
    runs: before.runs + change.added,
  };
}

function differs(a: Claim, b: Claim): boolean {
  return (
    a.first_seen !== b.first_seen ||
    a.last_seen !== b.last_seen ||
    a.runs !== b.runs ||
    a.current !== b.current
  );
}

function keyOf(claim: Pick<Claim, 'claimant_id' | 'src' | 'dst'>): string {
  return `${claim.claimant_id} ${claim.src} ${claim.dst}`;
}
