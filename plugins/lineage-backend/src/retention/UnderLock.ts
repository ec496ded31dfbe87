import { Sql } from '../database/Sql';

/**
 * Does something while nobody else changes the graph.
 *
 * @returns how many rows it was about.
 */
export type UnderLock = (
  work: (sql: Sql) => Promise<number>,
) => Promise<number>;
