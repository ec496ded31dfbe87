import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';

/** Where a portal of the benchmarks keeps its data, and nothing else does. */
export interface BenchmarkDatabase {
  title: 'SQLite' | 'PostgreSQL';
  /** `backend.database` of the portal's configuration. */
  config: JsonObject;
  /** A connection of our own to the database of a plugin, made when missing. */
  open(pluginId: string): Promise<Knex>;
  /** Deletes everything. Nothing may be connected any more. */
  remove(): Promise<void>;
}
