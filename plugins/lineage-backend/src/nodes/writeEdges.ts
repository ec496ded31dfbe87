import { Sql } from '../database/Sql';
import { Pair } from './claims';

interface EdgeRow {
  src: number;
  dst: number;
  environment_id: number;
  origin: number;
}

/**
 * Brings the graph in step with the claims between the given pairs of nodes.
 * Nodes that are shown as one have no connection to themselves.
 */
export async function writeEdges(
  sql: Sql,
  pairs: readonly Pair[],
): Promise<void> {
  const wanted = new Map<string, Pick<EdgeRow, 'src' | 'dst'>>();
  for (const [src, dst] of pairs) {
    if (src !== dst) {
      wanted.set(`${src} ${dst}`, { src, dst });
    }
  }
  if (wanted.size === 0) {
    return;
  }
  const rows = JSON.stringify([...wanted.values()]);
  const from = sql.rowsOf('r', { src: 'int', dst: 'int' });
  const claimed = await sql.select<EdgeRow>(
    `select r.src, r.dst, c.environment_id, cast(sum(distinct c.origin) as integer) as origin
     from ${from} cross join claim as c
     where c.canonical_src = r.src and c.canonical_dst = r.dst and c.current
     group by r.src, r.dst, c.environment_id`,
    rows,
  );
  const stored = await sql.select<EdgeRow>(
    `select e.src, e.dst, e.environment_id, e.origin from ${from}
     cross join edge as e where e.src = r.src and e.dst = r.dst`,
    rows,
  );
  const gone = new Map(stored.map(edge => [keyOf(edge), edge]));
  const saved = claimed.filter(edge => {
    const key = keyOf(edge);
    const before = gone.get(key);
    gone.delete(key);
    return before?.origin !== edge.origin;
  });
  const removed = [...gone.values()];
  await deleteEdges(sql, removed);
  await saveEdges(sql, saved);
  await noteChanges(sql, [
    ...removed.map(edge => ({ ...edge, origin: 0 })),
    ...saved,
  ]);
}

function keyOf({ src, dst, environment_id }: EdgeRow): string {
  return `${src} ${dst} ${environment_id}`;
}

/** For backends that hold the graph in memory. */
async function noteChanges(sql: Sql, edges: EdgeRow[]): Promise<void> {
  if (edges.length === 0) {
    return;
  }
  const [{ edge_epoch: epoch }] = await sql.select<{
    edge_epoch: number | string;
  }>(
    'update drain set edge_epoch = edge_epoch + 1 where id = 1 returning edge_epoch',
  );
  await sql.run(
    `insert into edge_change (epoch, src, dst, environment_id, origin)
     select r.epoch, r.src, r.dst, r.environment_id, r.origin
     from ${sql.rowsOf('r', {
       epoch: 'bigint',
       src: 'int',
       dst: 'int',
       environment_id: 'int',
       origin: 'int',
     })}`,
    JSON.stringify(edges.map(edge => ({ ...edge, epoch }))),
  );
}

async function deleteEdges(sql: Sql, edges: EdgeRow[]): Promise<void> {
  if (edges.length > 0) {
    await sql.run(
      `delete from edge where (src, dst, environment_id) in (
         select r.src, r.dst, r.environment_id
         from ${sql.rowsOf('r', { src: 'int', dst: 'int', environment_id: 'int' })}
       )`,
      JSON.stringify(edges),
    );
  }
}

async function saveEdges(sql: Sql, edges: EdgeRow[]): Promise<void> {
  if (edges.length > 0) {
    await sql.run(
      `insert into edge (src, dst, environment_id, origin)
       select r.src, r.dst, r.environment_id, r.origin
       from ${sql.rowsOf('r', {
         src: 'int',
         dst: 'int',
         environment_id: 'int',
         origin: 'int',
       })}
       where true
       on conflict (src, dst, environment_id) do update set origin = excluded.origin`,
      JSON.stringify(edges),
    );
  }
}
