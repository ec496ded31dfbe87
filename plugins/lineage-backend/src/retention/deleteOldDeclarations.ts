import { setImmediate } from 'node:timers/promises';
import { Sql } from '../database/Sql';
import { ORIGIN } from '../nodes/claims';
import { UnderLock } from './UnderLock';

const PAGE = 1000;

interface DeclarationRow {
  claimant_id: number;
  stamp: string;
  digest: string | null;
}

/**
 * Deletes declarations that were replaced before the given time by later ones, and
 * claims that only they made. The one that held at that time stays.
 */
export async function deleteOldDeclarations(
  sql: Sql,
  options: {
    before: string;
    signal: AbortSignal;
    underLock: UnderLock;
  },
): Promise<number> {
  const { before, signal, underLock } = options;
  let deleted = 0;
  let last: Pick<DeclarationRow, 'claimant_id' | 'stamp'> = {
    stamp: '',
    claimant_id: 0,
  };
  while (!signal.aborted) {
    // Found without the lock: what is replaced by a declaration stays replaced.
    const page: (DeclarationRow & { replaced: number })[] = await sql.select(
      `select d.claimant_id, d.stamp, d.digest, case when exists (
         select 1 from declaration as l
         where l.claimant_id = d.claimant_id and l.stamp > d.stamp and l.stamp < ?
           and (l.digest is not null or d.digest is null)
       ) then 1 else 0 end as replaced
       from declaration as d
       where d.stamp < ? and (d.stamp, d.claimant_id) > (?, ?)
       order by d.stamp, d.claimant_id limit ?`,
      before,
      before,
      last.stamp,
      last.claimant_id,
      PAGE,
    );
    const old = page.filter(({ replaced }) => replaced === 1);
    if (old.length > 0) {
      deleted += await underLock(locked => deleteDeclarations(locked, old));
    }
    if (page.length < PAGE) {
      break;
    }
    last = page[page.length - 1];
    await setImmediate();
  }
  await deleteOldClaims(sql, options);
  return deleted;
}

/** Of what was declared, what ended and is named by no declaration that is kept. */
async function deleteOldClaims(
  sql: Sql,
  options: { before: string; signal: AbortSignal; underLock: UnderLock },
): Promise<void> {
  const { before, signal, underLock } = options;
  const old = `c.origin = ${ORIGIN.declared} and not c.current and c.relations is null
    and c.last_seen < ? and not exists (
      select 1 from declared_edge as e
      where e.claimant_id = c.claimant_id and e.src = c.src and e.dst = c.dst
    )`;
  while (!signal.aborted) {
    // Looked for without the lock: most often there is none.
    const found = await sql.select<object>(
      `select 1 as found from claim as c where ${old} limit 1`,
      before,
    );
    if (found.length === 0) {
      return;
    }
    await underLock(locked =>
      locked.run(
        `delete from claim where (claimant_id, src, dst, origin) in (
           select c.claimant_id, c.src, c.dst, c.origin from claim as c
           where ${old} limit ${PAGE}
         )`,
        before,
      ),
    );
    await setImmediate();
  }
}

async function deleteDeclarations(
  sql: Sql,
  declarations: readonly DeclarationRow[],
): Promise<number> {
  const deleted = await sql.run(
    `delete from declaration where (claimant_id, stamp) in (
       select claimant_id, stamp
       from ${sql.rowsOf('r', { claimant_id: 'int', stamp: 'text' })}
     )`,
    JSON.stringify(
      declarations.map(({ claimant_id, stamp }) => ({ claimant_id, stamp })),
    ),
  );
  await sql.run(
    `delete from declared_edge
     where (claimant_id, digest) in (
       select claimant_id, digest
       from ${sql.rowsOf('r', { claimant_id: 'int', digest: 'text' })}
     ) and not exists (
       select 1 from declaration as d
       where d.claimant_id = declared_edge.claimant_id
         and d.digest = declared_edge.digest
     )`,
    JSON.stringify(
      declarations.map(({ claimant_id, digest }) => ({ claimant_id, digest })),
    ),
  );
  return deleted;
}
