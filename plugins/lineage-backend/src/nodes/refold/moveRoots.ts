import { Sql } from '../../database/Sql';
import { NODE_KIND } from '../nodeKinds';
import { CLAIM_COLUMNS, ClaimRow, Pair, saveClaims, toClaim } from '../claims';

interface RootRow {
  id: number;
  canonical_id: number | null;
  environment_id: number;
}

/** What a node folded into, and what it folds into now; itself when it does not fold. */
export interface Move {
  from: number;
  to: number;
}

/**
 * Has nodes fold into others than before, and what hangs on them follow: claims
 * and other names. What runs did is moved afterwards.
 *
 * @returns the pairs of nodes that may be connected differently now.
 */
export async function moveRoots(
  sql: Sql,
  moved: ReadonlyMap<number, Move>,
): Promise<Pair[]> {
  if (moved.size === 0) {
    return [];
  }
  const rows = JSON.stringify(
    Array.from(moved, ([id, { from, to }]) => ({ id, from, to })),
  );
  const list = sql.rowsOf('r', { id: 'int', from: 'int', to: 'int' });
  await sql.run(
    `update node set root_id = nullif(r."to", r.id) from ${list} where node.id = r.id`,
    rows,
  );
  // A node that is shown itself now is not shown as what it folded into; and what
  // folds into it is looked at once it is.
  await sql.run(
    `update node set canonical_id = null from ${list}
     where node.id = r.id and node.root_id is null`,
    rows,
  );
  await sql.run(
    `update node set canonical_id = (
       select coalesce(o.canonical_id, o.id) from node as o where o.id = node.root_id
     )
     from ${list} where node.id = r.id and node.root_id is not null`,
    rows,
  );
  // A job as the maker of one output belongs where the output does.
  await sql.run(
    `update node set environment_id = (
       select o.environment_id from node as o where o.id = node.output_id
     )
     from ${list}
     where node.id = r.id and node.root_id is null and node.kind = ${NODE_KIND.step}`,
    rows,
  );
  for (const [end, root] of [
    ['node_id', 'node_root'],
    ['other_id', 'other_root'],
  ]) {
    await sql.run(
      `update same_as set ${root} = r."to" from ${list}
       where same_as.${root} = r."from" and same_as.${end} = r.id`,
      rows,
    );
  }
  return await moveClaimRoots(sql, rows, moved);
}

async function moveClaimRoots(
  sql: Sql,
  rows: string,
  moved: ReadonlyMap<number, Move>,
): Promise<Pair[]> {
  const list = sql.rowsOf('r', { id: 'int', from: 'int' });
  const found = await sql.select<ClaimRow>(
    `select ${CLAIM_COLUMNS} from ${list} cross join claim as c
     where c.src_root = r."from" and c.src = r.id
     union
     select ${CLAIM_COLUMNS} from ${list} cross join claim as c
     where c.dst_root = r."from" and c.dst = r.id
     union
     select ${CLAIM_COLUMNS} from ${list} cross join claim as c
     where c.claimant_id = r.id`,
    rows,
    rows,
    rows,
  );
  const before = found.map(toClaim);
  const rootOf = (id: number, known: number) => moved.get(id)?.to ?? known;
  const after = before.map(claim => ({
    ...claim,
    claimant_root: rootOf(claim.claimant_id, claim.claimant_root),
    src_root: rootOf(claim.src, claim.src_root),
    dst_root: rootOf(claim.dst, claim.dst_root),
  }));
  const roots = await selectRoots(
    sql,
    after.flatMap(({ src_root, dst_root }) => [src_root, dst_root]),
  );
  const shownAs = (id: number) => roots.get(id)?.canonical_id ?? id;
  const shown = after.map(claim => ({
    ...claim,
    canonical_src: shownAs(claim.src_root),
    canonical_dst: shownAs(claim.dst_root),
    environment_id:
      roots.get(claim.dst_root)?.environment_id ?? claim.environment_id,
  }));
  await saveClaims(sql, shown);
  return [...before, ...shown].map((claim): Pair => [
    claim.canonical_src,
    claim.canonical_dst,
  ]);
}

async function selectRoots(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, RootRow>> {
  const rows = await sql.select<RootRow>(
    `select n.id, n.canonical_id, n.environment_id
     from ${sql.rowsOf('r', { id: 'int' })} cross join node as n where n.id = r.id`,
    JSON.stringify(Array.from(new Set(ids), id => ({ id }))),
  );
  return new Map(rows.map(row => [row.id, row]));
}
