import { LineageSide } from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { EnvironmentIds } from '../graph/GraphStore';
import { bindIds, withWanted } from '../graph/sql/idList';
import { ORIGIN } from '../nodes/claims';
import { later } from '../nodes/seenTimes';

/** A time in the past, as it is stored, and a window before it. */
export interface PastTime {
  at: string;
  /** What was seen since then counts at the time, whatever its job did otherwise. */
  start: string;
}

/** A connection that was claimed by a time, and may have been over at that time. */
export interface EarlierClaim {
  /** The node that was asked about, and the one at the other end, as they are shown today. */
  near: number;
  far: number;
  claimant_id: number;
  claimant_root: number;
  src: number;
  dst: number;
  origin: number;
  last_seen: string;
  /** 1: observed within the window before the time; 0: that has to be found out. */
  sure: number;
}

type Connection = Pick<EarlierClaim, 'claimant_id' | 'src' | 'dst'>;

/** Of all answers to one question. */
export const MOST_CLAIMS = 100_000;

/** What is asked about claims of nodes on one side of them. */
interface ClaimsQuery extends PastTime {
  nodes: readonly number[];
  environments: EnvironmentIds;
}

/**
 * What was claimed about some nodes by a time: seen in runs, or declared by jobs
 * and datasets. Relations of the catalog have no history.
 */
export async function selectClaimsAt(
  sql: Sql,
  side: LineageSide,
  query: ClaimsQuery,
): Promise<EarlierClaim[]> {
  return await sql.select<EarlierClaim>(
    `${claimsAt(sql, side, query)}
     select * from found order by near, far limit ${MOST_CLAIMS}`,
    ...bindClaims(sql, query),
  );
}

/**
 * How many nodes were next to some nodes at a time, and how many claims have to be
 * looked at one by one to be able to say so.
 */
export async function countClaimsAt(
  sql: Sql,
  side: LineageSide,
  query: ClaimsQuery,
): Promise<{ near: number; others: number; open: number }[]> {
  const rows = await sql.select<{
    near: number;
    others: number | string;
    open: number | string;
  }>(
    `${claimsAt(sql, side, query)}
     select near, count(distinct case when sure = 1 then far end) as others,
       sum(1 - sure) as open
     from (select * from found limit ${MOST_CLAIMS}) as f group by near`,
    ...bindClaims(sql, query),
  );
  return rows.map(({ near, others, open }) => ({
    near,
    others: Number(others),
    open: Number(open),
  }));
}

/**
 * The start of a statement: claims as table `found`. Most are sure by their own
 * times, or as a run of the window made them: what was seen since the window
 * before the time began was also seen since the one before the latest event did.
 */
function claimsAt(
  sql: Sql,
  side: LineageSide,
  { environments }: ClaimsQuery,
): string {
  const [near, far] = side === 'downstream' ? ['src', 'dst'] : ['dst', 'src'];
  return `${withWanted(sql)}, member as (
       select id as near, id from wanted
       union
       select w.id as near, n.id from wanted as w
       join node as n on n.canonical_id = w.id and n.root_id is null
     ), found as (
       select m.near, c.canonical_${far} as far, c.claimant_id, c.claimant_root,
         c.src, c.dst, c.origin, c.last_seen,
         case
           when c.origin <> ${ORIGIN.observed} then 0
           when c.first_seen >= ? then 1
           when c.last_seen >= ? and c.last_seen <= ? then 1
           when exists (
             select 1 from run_edge as e
             where e.src = c.src and e.dst = c.dst and e.last_seen >= ?
               and e.first_seen <= ? and e.claimant_id = c.claimant_id
           ) then 1
           else 0
         end as sure
       from member as m
       join claim as c on c.${near}_root = m.id
       where c.relations is null and c.first_seen <= ?
         and c.environment_id in (${environments.join(', ')})
         and c.canonical_${far} <> m.near
     )`;
}

function bindClaims(sql: Sql, { nodes, at, start }: ClaimsQuery): string[] {
  return [bindIds(sql, nodes), start, start, at, start, at, at];
}

/**
 * The time of the latest event at or before a time, of jobs and all that folds
 * into them. Jobs of which no run is kept from then are left out: what they had
 * made cannot be told from runs.
 */
export async function selectLatestAt(
  sql: Sql,
  jobs: readonly number[],
  at: string,
): Promise<Map<number, string>> {
  const rows = await sql.select<{
    id: number;
    before: string | null;
    began: string | null;
    own: string | null;
    folded: string | null;
  }>(
    `${withWanted(sql)}
     select w.id,
       (select max(r.last_stamp) from run as r
        where r.job_root = w.id and r.last_stamp <= ?) as before,
       (select r.started_at from run as r
        where r.job_root = w.id and r.last_stamp > ?
        order by r.last_stamp limit 1) as began,
       (select max(d.stamp) from declaration as d
        where d.claimant_id = w.id and d.stamp <= ?) as own,
       (select max(d.stamp) from node as n
        join declaration as d on d.claimant_id = n.id
        where n.root_id = w.id and d.stamp <= ?) as folded
     from wanted as w`,
    bindIds(sql, jobs),
    afterStampsOf(at),
    afterStampsOf(at),
    afterStampsOf(at),
    afterStampsOf(at),
  );
  const latest = new Map<number, string>();
  for (const { id, before, began, own, folded } of rows) {
    const stamp = later(before, later(own, folded));
    if (began !== null && began <= at) {
      // It was running then.
      latest.set(id, at);
    } else if (before !== null && stamp !== null) {
      latest.set(id, stamp.slice(0, at.length));
    }
  }
  return latest;
}

/** Which of some connections runs made between two times, by place in the list. */
export async function selectMadeBetween(
  sql: Sql,
  claims: readonly Connection[],
  starts: readonly string[],
  at: string,
): Promise<Set<number>> {
  if (claims.length === 0) {
    return new Set();
  }
  const rows = await sql.select<{ place: number }>(
    `select r.place
     from ${sql.rowsOf('r', {
       place: 'int',
       claimant: 'int',
       src: 'int',
       dst: 'int',
       start: 'text',
     })}
     where exists (
       select 1 from run_edge as e
       where e.src = r.src and e.dst = r.dst and e.last_seen >= r.start
         and e.first_seen <= ? and e.claimant_id = r.claimant
     )`,
    JSON.stringify(
      claims.map(({ claimant_id: claimant, src, dst }, place) => ({
        place,
        claimant,
        src,
        dst,
        start: starts[place],
      })),
    ),
    at,
  );
  return new Set(rows.map(({ place }) => place));
}

/**
 * Whether the latest declaration of each claimant at a time names a connection,
 * by place in the list. Claimants of which no declaration is kept from then are
 * left out.
 */
export async function selectDeclaredAt(
  sql: Sql,
  claims: readonly Connection[],
  at: string,
): Promise<Map<number, boolean>> {
  if (claims.length === 0) {
    return new Map();
  }
  const rows = await sql.select<{ place: number; named: number }>(
    `select r.place, case when exists (
       select 1 from declared_edge as e
       where e.claimant_id = r.claimant and e.digest = d.digest
         and e.src = r.src and e.dst = r.dst
     ) then 1 else 0 end as named
     from ${sql.rowsOf('r', {
       place: 'int',
       claimant: 'int',
       src: 'int',
       dst: 'int',
     })}
     cross join declaration as d
     where d.claimant_id = r.claimant and d.stamp = (
       select max(l.stamp) from declaration as l
       where l.claimant_id = r.claimant and l.stamp <= ? and l.digest is not null
     )`,
    JSON.stringify(
      claims.map(({ claimant_id: claimant, src, dst }, place) => ({
        place,
        claimant,
        src,
        dst,
      })),
    ),
    afterStampsOf(at),
  );
  return new Map(rows.map(({ place, named }) => [place, named === 1]));
}

/** Stamps are a time, '|' and more. */
function afterStampsOf(at: string): string {
  return `${at}~`;
}
