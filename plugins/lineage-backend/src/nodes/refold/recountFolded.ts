import { Sql } from '../../database/Sql';

/**
 * Puts together anew what is known of all that folds into nodes: of some, or of
 * all where none are given.
 */
export async function recountFolded(
  sql: Sql,
  roots?: ReadonlySet<number>,
): Promise<void> {
  if (roots?.size === 0) {
    return;
  }
  // Without a list, every node is one that something may fold into.
  const bindings = roots
    ? [JSON.stringify(Array.from(roots, id => ({ id })))]
    : [];
  const only = (column: string) =>
    roots
      ? `${column} in (select id from ${sql.rowsOf('r', { id: 'int' })})`
      : '1 = 1';

  /** Compared byte by byte, as everywhere else. */
  const exactly = (text: string) =>
    sql.isPostgres ? `${text} collate "C"` : text;

  await sql.run(
    `update node set folded_names = 0, folded_first = null, folded_last = null
     where (folded_names > 0 or folded_first is not null or folded_last is not null)
       and ${only('id')}`,
    ...bindings,
  );
  await sql.run(
    `update node set folded_names = f.names, folded_first = f.first, folded_last = f.last
     from (
       select root_id, count(*) as names, min(first_seen) as first, max(last_seen) as last
       from node where root_id is not null and kind in (1, 2) and ${only('root_id')}
       group by root_id
     ) as f
     where node.id = f.root_id`,
    ...bindings,
  );

  await sql.run(
    `delete from folded_facet where ${only('node_id')}`,
    ...bindings,
  );
  await sql.run(
    `insert into folded_facet (node_id, name, stamp, content_hash)
     select root_id, name, stamp, content_hash from (
       select n.root_id, f.name, f.stamp, f.content_hash,
         row_number() over (
           partition by n.root_id, f.name
           order by f.stamp desc, ${exactly("coalesce(f.content_hash, '')")} desc
         ) as place
       from node as n join facet as f on f.node_id = n.id
       where n.root_id is not null and ${only('n.root_id')}
     ) as latest
     where place = 1`,
    ...bindings,
  );

  await sql.run(
    `update job set folded_latest = null, folded_run_id = null, folded_run_stamp = null
     where (folded_latest is not null or folded_run_id is not null) and ${only('node_id')}`,
    ...bindings,
  );
  await sql.run(
    `insert into job (node_id, folded_latest, folded_run_id, folded_run_stamp)
     select root_id, latest, last_run_id, last_run_stamp from (
       select n.root_id, max(j.latest) over (partition by n.root_id) as latest,
         j.last_run_id, j.last_run_stamp,
         row_number() over (
           partition by n.root_id order by coalesce(j.last_run_stamp, '') desc
         ) as place
       from node as n join job as j on j.node_id = n.id
       where n.root_id is not null and ${only('n.root_id')}
     ) as latest
     where place = 1
     on conflict (node_id) do update set
       folded_latest = excluded.folded_latest,
       folded_run_id = excluded.folded_run_id,
       folded_run_stamp = excluded.folded_run_stamp`,
    ...bindings,
  );
}
