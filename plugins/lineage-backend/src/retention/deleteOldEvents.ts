import { setImmediate } from 'node:timers/promises';
import { Sql } from '../database/Sql';

const PAGE = 1000;

interface EventRow {
  id: number | string;
  received_at: string;
  state: number;
}

/**
 * Deletes events that were received before the given time and are in the graph.
 * Those that wait or were given up stay.
 */
export async function deleteOldEvents(
  sql: Sql,
  options: { before: string; signal: AbortSignal },
): Promise<number> {
  let deleted = 0;
  let last: Pick<EventRow, 'id' | 'received_at'> = { received_at: '', id: 0 };
  while (!options.signal.aborted) {
    // Page by page, so that what has to stay is looked at once.
    const page: EventRow[] = await sql.select<EventRow>(
      `select id, received_at, state from event
       where received_at < ? and (received_at, id) > (?, ?)
       order by received_at, id limit ?`,
      options.before,
      last.received_at,
      last.id,
      PAGE,
    );
    const done = page.filter(({ state }) => state === 1);
    if (done.length > 0) {
      deleted += await sql.run(
        `delete from event where state = 1 and id in (
           select id from ${sql.rowsOf('r', { id: 'bigint' })}
         )`,
        JSON.stringify(done.map(({ id }) => ({ id }))),
      );
    }
    if (page.length < PAGE) {
      break;
    }
    last = page[page.length - 1];
    await setImmediate();
  }
  return deleted;
}
