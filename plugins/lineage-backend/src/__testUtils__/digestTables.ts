import { Knex } from 'knex';
import { createHash } from 'node:crypto';

/** Of all rows of all tables, to see that nothing was left half done. */
export async function digestTables(knex: Knex): Promise<string> {
  const dump: string[] = [];
  for (const table of [
    'claim',
    'drain',
    'edge',
    'entity_name',
    'event',
    'facet',
    'facet_content',
    'job',
    'node',
    'run',
    'run_edge',
    'same_as',
  ]) {
    const rows: object[] = await knex(table).select();
    dump.push(table, ...rows.map(row => JSON.stringify(row)).sort());
  }
  return createHash('sha256').update(dump.join('\n')).digest('hex');
}
