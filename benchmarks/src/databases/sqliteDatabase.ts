import knexFactory from 'knex';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { BenchmarkDatabase } from './BenchmarkDatabase';

/** One file per plugin in a folder, as `npm start` has it. */
export function sqliteDatabase(directory: string): BenchmarkDatabase {
  mkdirSync(directory, { recursive: true });
  return {
    title: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    open: async pluginId =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: path.join(directory, `${pluginId}.sqlite`) },
        useNullAsDefault: true,
      }),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
