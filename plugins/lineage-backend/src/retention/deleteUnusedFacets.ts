import { setImmediate } from 'node:timers/promises';
import { Sql } from '../database/Sql';
import { UnderLock } from './UnderLock';

const PAGE = 2000;

/** Deletes contents that no facet has any more. */
export async function deleteUnusedFacets(
  sql: Sql,
  options: {
    signal: AbortSignal;
    underLock: UnderLock;
  },
): Promise<number> {
  let deleted = 0;
  let after = '';
  while (!options.signal.aborted) {
    const page = await sql.select<{ hash: string; used: number }>(
      `select c.hash, case when exists (
         select 1 from facet as f where f.content_hash = c.hash
       ) then 1 else 0 end as used
       from facet_content as c where c.hash > ? order by c.hash limit ?`,
      after,
      PAGE,
    );
    const unused = page.filter(({ used }) => used === 0);
    if (unused.length > 0) {
      // Under the lock no facet can take one of them up again.
      deleted += await options.underLock(locked =>
        locked.run(
          `delete from facet_content
           where hash in (select hash from ${sql.rowsOf('r', { hash: 'text' })})
             and not exists (
               select 1 from facet as f where f.content_hash = facet_content.hash
             )`,
          JSON.stringify(unused.map(({ hash }) => ({ hash }))),
        ),
      );
    }
    if (page.length < PAGE) {
      break;
    }
    after = page[page.length - 1].hash;
    await setImmediate();
  }
  return deleted;
}
