import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { changeGraph } from '../database/changeGraph';
import { Sql } from '../database/Sql';
import { deleteOldEvents } from './deleteOldEvents';
import { deleteOldDeclarations } from './deleteOldDeclarations';
import { deleteOldChanges } from './deleteOldChanges';
import { deleteOldRuns } from './deleteOldRuns';
import { deleteUnusedFacets } from './deleteUnusedFacets';
import { UnderLock } from './UnderLock';

/**
 * Forgets what is old: events as they were sent, once they are in the graph;
 * runs and what they read and wrote, but never the last run of a job;
 * declarations, but the one that held when the oldest kept runs were; and contents
 * of facets that nothing has any more. What jobs were observed to do stays as it is.
 */
export class LineageCleaner {
  readonly #knex: Knex;
  readonly #keepEventsMs: number;
  readonly #keepRunsMs: number;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    keepEventsMs: number;
    keepRunsMs: number;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#keepEventsMs = options.keepEventsMs;
    this.#keepRunsMs = options.keepRunsMs;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async run({ signal }: { signal: AbortSignal }): Promise<void> {
    const sql = new Sql(this.#knex);
    const underLock: UnderLock = async work =>
      (await changeGraph(this.#knex, { wait: true }, work)) ?? 0;
    const events = await deleteOldEvents(sql, {
      before: this.#before(this.#keepEventsMs),
      signal,
    });
    const runs = await deleteOldRuns(sql, {
      before: this.#before(this.#keepRunsMs),
      signal,
      underLock,
    });
    const declarations = await deleteOldDeclarations(sql, {
      before: this.#before(this.#keepRunsMs),
      signal,
      underLock,
    });
    const facets = await deleteUnusedFacets(sql, { signal, underLock });
    await deleteOldChanges(sql);
    if (events + runs + declarations + facets > 0) {
      this.#logger.info(
        `Forgot ${events} events, ${runs} runs, ${declarations} declarations and the contents of ${facets} facets`,
      );
    }
  }

  #before(ms: number): string {
    return new Date(this.#now().getTime() - ms).toISOString();
  }
}
