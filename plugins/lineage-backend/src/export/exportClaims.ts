import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import {
  CLAIM_COLUMNS,
  Claim,
  ClaimRow,
  ORIGIN,
  toClaim,
} from '../nodes/claims';
import { inPages } from './inPages';
import { NodeNames } from './NodeNames';

/** What jobs and datasets claim, by claimant and names, a line each. */
export async function* exportClaims(
  sql: Sql,
  names: NodeNames,
): AsyncGenerator<string> {
  for (const ids of inPages(names.ids)) {
    const rows = await sql.select<ClaimRow>(
      `select ${CLAIM_COLUMNS} from ${sql.rowsOf('r', { id: 'int' })}
       cross join claim as c where c.claimant_id = r.id`,
      JSON.stringify(ids.map(id => ({ id }))),
    );
    const claims = rows.map(toClaim).sort(byRank(names));
    const nameOf = await names.read(
      claims.flatMap(({ claimant_id, src, dst }) => [claimant_id, src, dst]),
    );
    for (const claim of claims) {
      yield canonicalJson({
        type: 'claim',
        claimant: nameOf(claim.claimant_id),
        source: nameOf(claim.src),
        target: nameOf(claim.dst),
        origin: claim.origin === ORIGIN.declared ? 'declared' : 'observed',
        firstSeen: claim.first_seen,
        lastSeen: claim.last_seen,
        runs: claim.runs,
        current: claim.current,
        ...(claim.relations !== null && {
          relations: claim.relations.split(','),
        }),
      });
    }
  }
}

function byRank(names: NodeNames): (a: Claim, b: Claim) => number {
  return (a, b) =>
    names.rankOf(a.claimant_id) - names.rankOf(b.claimant_id) ||
    names.rankOf(a.src) - names.rankOf(b.src) ||
    names.rankOf(a.dst) - names.rankOf(b.dst) ||
    a.origin - b.origin;
}
