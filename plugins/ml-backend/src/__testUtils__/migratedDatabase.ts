import { createMigratedDatabases } from '@understudy/test-databases';
import { applyMigrations } from '../database/applyMigrations';

/** The databases that every store is tested on, and new ones with all tables. */
export const { databases, migratedDatabase } =
  createMigratedDatabases(applyMigrations);
