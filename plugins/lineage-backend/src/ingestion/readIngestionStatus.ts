import { LineageStatus } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';

const COUNTED = 100_000;

/** How far the graph is behind what was accepted. */
export async function readIngestionStatus(
  knex: Knex,
): Promise<LineageStatus & { deadLetters: number }> {
  const sql = new Sql(knex);
  // Two partial indexes: the state has to be a constant for them to be used.
  const [backlog] = await sql.select<{ n: number | string }>(
    'select count(*) as n from (select id from event where state = 0 limit ?) as e',
    COUNTED,
  );
  const [dead] = await sql.select<{ n: number | string }>(
    'select count(*) as n from (select id from event where state = 2 limit ?) as e',
    COUNTED,
  );
  const [drain] = await sql.select<{ last_drained_at: string | null }>(
    'select last_drained_at from drain where id = 1',
  );
  return {
    backlog: Number(backlog.n),
    deadLetters: Number(dead.n),
    ...(drain?.last_drained_at && { lastDrainedAt: drain.last_drained_at }),
  };
}
