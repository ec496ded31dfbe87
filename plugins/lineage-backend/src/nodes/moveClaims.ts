import { Sql } from '../database/Sql';
import { CLAIM_COLUMNS, ClaimRow, Pair, saveClaims, toClaim } from './claims';

/**
 * Has claims follow nodes that are shown differently than before.
 *
 * @returns the pairs of nodes that may be connected differently now.
 */
export async function moveClaims(
  sql: Sql,
  shown: ReadonlyMap<number, { canonical: number; environment: number }>,
): Promise<Pair[]> {
  if (shown.size === 0) {
    return [];
  }
  const from = sql.rowsOf('r', { id: 'int' });
  const ids = JSON.stringify(Array.from(shown.keys(), id => ({ id })));
  const rows = await sql.select<ClaimRow>(
    `select ${CLAIM_COLUMNS} from ${from} cross join claim as c where c.src_root = r.id
     union
     select ${CLAIM_COLUMNS} from ${from} cross join claim as c where c.dst_root = r.id`,
    ids,
    ids,
  );
  const claims = rows.map(row => {
    const before = toClaim(row);
    const target = shown.get(before.dst_root);
    return {
      before,
      after: {
        ...before,
        canonical_src:
          shown.get(before.src_root)?.canonical ?? before.canonical_src,
        canonical_dst: target?.canonical ?? before.canonical_dst,
        environment_id: target?.environment ?? before.environment_id,
      },
    };
  });
  await saveClaims(
    sql,
    claims.map(({ after }) => after),
  );
  return claims.flatMap(({ before, after }) =>
    [before, after].map((claim): Pair => [
      claim.canonical_src,
      claim.canonical_dst,
    ]),
  );
}
