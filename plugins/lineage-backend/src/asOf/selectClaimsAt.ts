import { LineageSide } from '@understudy/plugin-lineage-common';
import { Sql } from '../database/Sql';
import { EnvironmentIds } from '../graph/GraphStore';
import { bindIds, withWanted } from '../graph/sql/idList';
import { later } from '../nodes/seenTimes';

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
}

type Connection = Pick<EarlierClaim, 'claimant_id' | 'src' | 'dst'>;

/** Of all answers to one question. */
export const MOST_CLAIMS = 100_000;

/**
 * What was claimed about some nodes by a time: seen in runs, or declared by jobs
 * and datasets. Relations of the catalog have no history.
 */
export async function selectClaimsAt(
  sql: Sql,
  side: LineageSide,
  options: {
    nodes: readonly number[];
    environments: EnvironmentIds;
    /** Event time, as it is stored. */
    at: string;
  },
): Promise<EarlierClaim[]> {
  const { nodes, environments, at } = options;
  const [near, far] = side === 'downstream' ? ['src', 'dst'] : ['dst', 'src'];
  return await sql.select<EarlierClaim>(
    `${withWanted(sql)}, member as (
       select id as near, id from wanted
       union
       select w.id as near, n.id from wanted as w
       join node as n on n.canonical_id = w.id and n.root_id is null
     )
     select m.near, c.canonical_${far} as far, c.claimant_id, c.claimant_root,
       c.src, c.dst, c.origin, c.last_seen
     from member as m
     join claim as c on c.${near}_root = m.id
     where c.relations is null and c.first_seen <= ?
       and c.environment_id in (${environments.join(', ')})
       and c.canonical_${far} <> m.near
     order by m.near, c.canonical_${far}
     limit ${MOST_CLAIMS}`,
    bindIds(sql, nodes),
    at,
  );
}

/**
 * The time of the latest event at or before a time, of jobs and all that folds
 * into them. Jobs of which nothing is kept from then are left out.
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
    } else if (stamp !== null) {
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
