import { EventFacts } from '@understudy/plugin-lineage-common';
import { Sql } from '../../database/Sql';
import { readStoredEvent } from '../prepareEvent';
import { asMuchAsFits } from './asMuchAsFits';

const PAGE = 200;

interface EventRow {
  id: number | string;
  hash: string;
  received_at: string;
  bytes: number;
  body: string;
}

/**
 * Puts events of jobs and datasets into the graph once more that came before
 * declarations were kept, page by page. What is there already does not change.
 */
export class Replay {
  #isOver = false;
  #page = PAGE;
  /** The events of the page that was last begun. */
  #begun: string[] = [];
  /** Cannot be put into the graph again. */
  #skipped = new Set<string>();

  /** Asks the database until it is. */
  async isOver(sql: Sql): Promise<boolean> {
    this.#isOver ||= (await readCursor(sql)) === null;
    return this.#isOver;
  }

  /**
   * The next page, within a transaction that holds the lock on the table `drain`.
   *
   * @returns whether there is more.
   */
  async putBatch(
    sql: Sql,
    apply: (events: readonly EventFacts[]) => Promise<void>,
  ): Promise<boolean> {
    const after = await readCursor(sql);
    if (after === null) {
      return false;
    }
    const rows = asMuchAsFits(
      await sql.select<EventRow>(
        `select id, hash, received_at, bytes, body from event
         where kind <> 1 and id > ? and state = 1 order by id limit ?`,
        after,
        this.#page,
      ),
    );
    this.#begun = rows.map(row => String(row.id));
    await apply(
      rows
        .filter(row => !this.#skipped.has(String(row.id)))
        .map(row => readStoredEvent(row)),
    );
    this.#page = PAGE;
    const last = rows.at(-1);
    if (last) {
      await sql.run(
        'update drain set declared_after = ? where id = 1',
        last.id,
      );
      return true;
    }
    await sql.run('update drain set declared_after = null where id = 1');
    // Those that stood in for them.
    await sql.run(
      `delete from declared_edge
       where digest = 'before declarations were kept' and not exists (
         select 1 from declaration as d
         where d.claimant_id = declared_edge.claimant_id and d.digest = declared_edge.digest
       )`,
    );
    return false;
  }

  /**
   * A page could not be put into the graph: its events are tried one by one, and
   * the one that cannot be is passed over.
   *
   * @returns the id of that one, once it is known.
   */
  failed(): string | undefined {
    const [id] = this.#begun;
    if (this.#begun.length !== 1) {
      this.#page = 1;
      return undefined;
    }
    this.#skipped.add(id);
    return id;
  }
}

async function readCursor(sql: Sql): Promise<number | string | null> {
  const [{ declared_after: after }] = await sql.select<{
    declared_after: number | string | null;
  }>('select declared_after from drain where id = 1');
  return after;
}
