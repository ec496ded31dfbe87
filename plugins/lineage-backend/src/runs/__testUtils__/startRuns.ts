import { testRules } from '../../__testUtils__/ingest';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { GraphSeed } from '../../graph/__testUtils__/GraphSeed';
import { DatabaseGraphStore } from '../../graph/DatabaseGraphStore';
import { NodeDetailReader } from '../../graph/NodeDetailReader';
import { NodeLookup } from '../../graph/NodeLookup';
import { RunReader } from '../RunReader';

/** What reads runs, on a new database, and what fills that. */
export async function startRuns(id: Parameters<typeof databases.init>[0]) {
  const knex = await migratedDatabase(id);
  const store = new DatabaseGraphStore({ knex });
  const runs = new RunReader({
    knex,
    nodes: new NodeLookup({ knex }),
    rules: testRules,
    store,
  });
  return {
    knex,
    seed: new GraphSeed(knex),
    runs,
    details: new NodeDetailReader({ knex, runs, store }),
  };
}
