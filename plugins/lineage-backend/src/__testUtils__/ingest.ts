import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { NameRules } from '../names/NameRules';
import { readNameRules } from '../names/readNameRules';
import { Drainer } from '../ingestion/Drainer';
import { EventInbox } from '../ingestion/EventInbox';
import { prepareEvent } from '../ingestion/prepareEvent';
import { exportCanonical } from '../export/exportCanonical';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the tests take place: after all events of theirs. */
export const testNow = new Date('2026-11-25T12:00:00.000Z');

/** What a portal without any configuration says about names. */
export const testRules = readNameRules(new ConfigReader({}));

/** Sends events to the inbox, all at once. */
export async function acceptEvents(
  knex: Knex,
  events: readonly unknown[],
): Promise<void> {
  const now = () => testNow;
  const inbox = new EventInbox({
    knex,
    maxBacklog: 1_000_000,
    onStored: () => {},
    now,
  });
  await Promise.all(
    events.map(event =>
      inbox.accept(prepareEvent(event, { strict: false, now: testNow })),
    ),
  );
}

/** Puts all that waits into the graph. */
export async function drainEvents(
  knex: Knex,
  options: { batchEvents?: number; rules?: NameRules } = {},
): Promise<void> {
  const drainer = new Drainer({
    knex,
    rules: testRules,
    windowMs: 30 * DAY_MS,
    now: () => testNow,
    ...options,
  });
  for (;;) {
    const { rest, dead } = await drainer.drainBatch();
    if (dead.length > 0) {
      throw new Error(`Event ${dead[0].id} is dead: ${dead[0].error}`);
    }
    if (rest) {
      return;
    }
  }
}

/** The canonical export as one text. */
export async function exportText(knex: Knex): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportCanonical(knex)) {
    lines.push(line);
  }
  return lines.join('\n');
}

/** As after the migrations. */
export async function emptyTables(knex: Knex): Promise<void> {
  for (const table of [
    'event',
    'node',
    'job',
    'run',
    'run_edge',
    'claim',
    'declaration',
    'declared_edge',
    'edge',
    'edge_change',
    'facet',
    'facet_content',
    'column_cut',
    'column_edge',
    'dataset_column',
    'folded_facet',
    'observed_schema',
    'schema_change',
    'same_as',
    'entity_name',
  ]) {
    await knex(table).delete();
  }
}
