/**
 * Databases with all tables of a plugin for tests, made once and copied.
 *
 * @packageDocumentation
 */
export { createMigratedDatabases } from './createMigratedDatabases';
