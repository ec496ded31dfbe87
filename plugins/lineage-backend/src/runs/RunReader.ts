import { Knex } from 'knex';
import {
  LineageNodeName,
  LineageRun,
  LineageRunPage,
  parseNameKey,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { requireRoot } from '../graph/requireRoot';
import { GraphStore, NamedNode } from '../graph/GraphStore';
import { NodeLookup } from '../graph/NodeLookup';
import { Place, encodeCursor } from '../router/cursor';
import { ListedRun, readRunRow, toLineageRun } from './toLineageRun';
import { RunRow, selectRuns } from './sql/selectRuns';

/** How often a page is filled up when the caller may not see some runs. */
const MOST_ROUNDS = 5;

/** Reads runs. */
export class RunReader {
  readonly #nodes: NodeLookup;
  readonly #sql: Sql;
  readonly #store: GraphStore;

  constructor(options: { knex: Knex; nodes: NodeLookup; store: GraphStore }) {
    this.#nodes = options.nodes;
    this.#sql = new Sql(options.knex);
    this.#store = options.store;
  }

  /**
   * Runs of a job, or those that wrote a dataset, newest first. A run is seen by
   * whoever may see its job.
   *
   * @throws NotFoundError for a node that is unknown or may not be seen.
   */
  async list(
    query: { node: LineageNodeName; limit: number; after?: Place },
    { view }: { view: LineageView },
  ): Promise<LineageRunPage> {
    const root = await requireRoot(this.#store, query.node, view);
    return await this.listOf(root.id, query, view);
  }

  /** As `list`, of a node that was found to be visible. */
  async listOf(
    node: number,
    { limit, ...query }: { limit: number; after?: Place },
    view: LineageView,
  ): Promise<LineageRunPage> {
    const found: { row: RunRow; job?: NamedNode }[] = [];
    let { after } = query;
    let isMore = true;
    for (let round = 0; round < MOST_ROUNDS && isMore; round++) {
      const rows = await selectRuns(this.#sql, node, {
        after,
        size: limit + 1,
      });
      isMore = rows.length > limit;
      found.push(...(await this.#keepVisible(rows, found, view)));
      after = placeOf(rows.at(-1)) ?? after;
      if (found.length > limit) {
        break;
      }
    }
    const shown = found.slice(0, limit);
    const rest = found.length > limit;
    const next = rest ? placeOf(shown.at(-1)?.row) : after;
    return {
      items: await this.#describe(shown, view),
      ...((rest || isMore) && next && { nextCursor: encodeCursor(next) }),
    };
  }

  /** A run that wrote two names of one dataset is listed once. */
  async #keepVisible(
    rows: RunRow[],
    listed: { row: RunRow }[],
    view: LineageView,
  ): Promise<{ row: RunRow; job?: NamedNode }[]> {
    const known = new Set(listed.map(({ row }) => row.id));
    const jobIds = rows.flatMap(row => row.job_id ?? []);
    const shown = await this.#shownAs(jobIds);
    const jobs = await this.#nodes.findById([...shown.values()], view);
    return rows.flatMap(row => {
      const job =
        row.job_id === null
          ? undefined
          : jobs.get(shown.get(row.job_id) ?? row.job_id);
      if (known.has(row.id) || (row.job_id !== null && !job)) {
        return [];
      }
      known.add(row.id);
      return [{ row, job }];
    });
  }

  async #shownAs(ids: readonly number[]): Promise<Map<number, number>> {
    const rows = await this.#sql.select<{ id: number; shown: number }>(
      `select n.id, coalesce(n.canonical_id, n.id) as shown
       from ${this.#sql.rowsOf('i', { id: 'int' })}
       cross join node n where n.id = i.id`,
      JSON.stringify([...new Set(ids)].map(id => ({ id }))),
    );
    return new Map(rows.map(({ id, shown }) => [id, shown]));
  }

  async #describe(
    runs: { row: RunRow; job?: NamedNode }[],
    view: LineageView,
  ): Promise<LineageRun[]> {
    const read: ListedRun[] = runs.map(({ row, job }) => readRunRow(row, job));
    const datasets = await this.#nodes.findByName(
      read
        .flatMap(({ inputs, outputs }) => [...inputs, ...outputs])
        .map(({ key }) => parseNameKey(key)),
      view,
    );
    return read.map(run => toLineageRun(run, datasets));
  }
}

function placeOf(row: RunRow | undefined): Place | undefined {
  return row && [row.place, row.id];
}
