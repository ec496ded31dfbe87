import { Sql } from '../../database/Sql';
import { NodePair } from './selectRelations';

/** When a connection was observed, also one that is over. */
export interface Observation {
  /** Of the pair that was asked about. */
  place: number;
  /** The node in between; null when nothing is. */
  through: number | null;
  at: string;
}

/** Of what something is read by, more than this is not looked at. */
const MOST_NEXT = 500;
/** Ways between two nodes that are told. */
const MOST_WAYS = 50;

/**
 * When pairs of nodes were last observed to be connected, directly or through
 * one other node: most often a job. What is over counts too.
 */
export async function selectObservations(
  sql: Sql,
  pairs: readonly (NodePair & { place: number })[],
): Promise<Observation[]> {
  if (pairs.length === 0) {
    return [];
  }
  return await sql.select<Observation>(
    `with pair as (
       select place, source, target
       from ${sql.rowsOf('p', { place: 'int', source: 'int', target: 'int' })}
     ), direct as (
       select p.place, cast(null as integer) as through, max(c.last_seen) as at
       from pair p
       join claim c on c.canonical_src = p.source and c.canonical_dst = p.target and c.origin = 1
       group by p.place
     ), origin as (
       select s.source, coalesce((
         select canonical_dst from claim where canonical_src = s.source and origin = 1
         order by canonical_dst limit 1 offset ${MOST_NEXT}
       ), ${2 ** 31 - 1}) as last
       from (select distinct source from pair) s
     ), next as (
       select o.source, c.canonical_dst as through, max(c.last_seen) as at
       from origin o
       join claim c on c.canonical_src = o.source and c.canonical_dst <= o.last and c.origin = 1
       group by o.source, c.canonical_dst
     ), way as (
       select p.place, n.through,
         max(case when n.at < c.last_seen then n.at else c.last_seen end) as at
       from pair p
       join next n on n.source = p.source
       join claim c on c.canonical_src = n.through and c.canonical_dst = p.target and c.origin = 1
       where n.through <> p.source and n.through <> p.target
       group by p.place, n.through
     )
     select place, through, at from direct
     union all
     select place, through, at from (
       select place, through, at,
         row_number() over (partition by place order by at desc, through) as nth
       from way
     ) w
     where nth <= ${MOST_WAYS}`,
    JSON.stringify(pairs),
  );
}
