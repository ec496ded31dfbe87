import { LineageFacet } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { timeOfStamp } from '../times';

interface FacetRow {
  name: string;
  stamp: string;
  length: number;
  body: string | null;
}

/** Bigger facets are named and not shown. */
const MAX_SHOWN_LENGTH = 64 * 1024;

/** The facets of a node, by name; of several under one name the latest. */
export async function selectFacets(
  sql: Sql,
  node: number,
  most: number,
): Promise<LineageFacet[]> {
  const rows = await sql.select<FacetRow>(
    `with member as (
       select id from node where id = ?
       union select id from node where canonical_id = ? and root_id is null
     ), said as (
       select f.name, f.stamp, f.content_hash from member m join facet f on f.node_id = m.id
       union all
       select f.name, f.stamp, f.content_hash from member m join folded_facet f on f.node_id = m.id
     ), stated as (
       select name, stamp, content_hash,
         row_number() over (
           partition by name order by stamp desc, content_hash ${sql.isPostgres ? 'collate "C"' : ''} desc
         ) as place
       from said
     )
     select s.name, s.stamp, length(c.body) as length,
       case when length(c.body) <= ${MAX_SHOWN_LENGTH} then c.body end as body
     from stated s join facet_content c on c.hash = s.content_hash
     where s.place = 1
     order by s.name limit ?`,
    node,
    node,
    most,
  );
  return rows.map(({ name, stamp, length, body }) => ({
    name,
    at: timeOfStamp(stamp),
    bytes: body === null ? length : Buffer.byteLength(body),
    ...(body !== null && { value: JSON.parse(body) }),
  }));
}
