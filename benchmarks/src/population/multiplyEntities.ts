import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { bulkInsert, Row } from '../databases/bulkInsert';

/** The catalog's tables with rows of an entity, and the column that says which. */
const TABLES: { table: string; column: string; holds: 'id' | 'ref' }[] = [
  { table: 'refresh_state', column: 'entity_id', holds: 'id' },
  {
    table: 'refresh_state_references',
    column: 'target_entity_ref',
    holds: 'ref',
  },
  { table: 'relations', column: 'originating_entity_id', holds: 'id' },
  { table: 'final_entities', column: 'entity_id', holds: 'id' },
  { table: 'search', column: 'entity_id', holds: 'id' },
];

/**
 * Copies entities that the catalog has processed, straight in its database:
 * thousands are there in seconds, and each looks as if the catalog had made
 * it. Only what holds the name or the id of the original is replaced.
 *
 * @param options.copies - the names of the copies of each entity, by its ref
 */
export async function multiplyEntities(
  knex: Knex,
  options: { copies: ReadonlyMap<string, string[]> },
): Promise<void> {
  for (const [ref, names] of options.copies) {
    const original = await knex('refresh_state')
      .where({ entity_ref: ref })
      .first('entity_id');
    if (!original) {
      throw new Error(`The catalog has no ${ref} that could be copied`);
    }
    const id: string = original.entity_id;
    const name = ref.slice(ref.indexOf('/') + 1);
    const copies = names.map(copy => ({ name: copy, id: randomUUID() }));
    for (const { table, column, holds } of TABLES) {
      const rows: Row[] = await knex(table).where(
        column,
        holds === 'id' ? id : ref,
      );
      await bulkInsert(knex, table, copyRows(rows, { name, id }, copies));
    }
  }
}

function* copyRows(
  rows: readonly Row[],
  original: { name: string; id: string },
  copies: readonly { name: string; id: string }[],
): Generator<Row> {
  // Numbers that the database gives itself are left to it.
  const texts = rows.map(({ id: _, ...row }) => JSON.stringify(row));
  for (const copy of copies) {
    for (const text of texts) {
      yield JSON.parse(
        text
          .replaceAll(original.name, copy.name)
          .replaceAll(original.id, copy.id),
      );
    }
  }
}
