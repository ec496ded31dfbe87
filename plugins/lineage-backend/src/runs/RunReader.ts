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
import { NameRules } from '../names/NameRules';
import { Place, encodeCursor } from '../router/cursor';
import { nodeKeyOf } from '../nodes/nodeKey';
import { selectNodesByKey } from '../graph/sql/selectNodesByKey';
import { OutputConsumers } from './OutputConsumers';
import {
  FoundConsumers,
  isWholeRun,
  ListedRun,
  readRunRow,
  toLineageRun,
} from './toLineageRun';
import { RunRow, selectRuns } from './sql/selectRuns';
import { selectUsingRuns } from './sql/selectUsingRuns';

/** How often a page is filled up when the caller may not see some runs. */
const MOST_ROUNDS = 5;

/** Reads runs. */
export class RunReader {
  readonly #consumers: OutputConsumers;
  readonly #nodes: NodeLookup;
  readonly #rules: Pick<NameRules, 'fold'>;
  readonly #sql: Sql;
  readonly #store: GraphStore;

  constructor(options: {
    knex: Knex;
    nodes: NodeLookup;
    rules: Pick<NameRules, 'fold'>;
    store: GraphStore;
  }) {
    this.#consumers = new OutputConsumers(options);
    this.#nodes = options.nodes;
    this.#rules = options.rules;
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

  /**
   * Runs that read a version of a dataset or model, with what they wrote and
   * what depends on that: what has to be done again when the version was bad.
   *
   * @throws NotFoundError for a node that is unknown or may not be seen.
   */
  async listUsing(
    query: {
      used: { node: LineageNodeName; version: string };
      from?: string;
      to?: string;
      limit: number;
      after?: Place;
    },
    { view }: { view: LineageView },
  ): Promise<LineageRunPage> {
    const { used, from, to } = query;
    const { id: node } = await requireRoot(this.#store, used.node, view);
    return await this.#page(
      options =>
        selectUsingRuns(
          this.#sql,
          { node, version: used.version, from, to },
          options,
        ),
      query,
      { view, withConsumers: true },
    );
  }

  /** As `list`, of a node that was found to be visible. */
  async listOf(
    node: number,
    query: { limit: number; after?: Place },
    view: LineageView,
  ): Promise<LineageRunPage> {
    return await this.#page(
      options => selectRuns(this.#sql, node, options),
      query,
      { view, withConsumers: false },
    );
  }

  async #page(
    select: (options: { after?: Place; size: number }) => Promise<RunRow[]>,
    { limit, ...query }: { limit: number; after?: Place },
    options: { view: LineageView; withConsumers: boolean },
  ): Promise<LineageRunPage> {
    const { view } = options;
    const found: { row: RunRow; job?: NamedNode }[] = [];
    let { after } = query;
    let isMore = true;
    let complete = true;
    for (let round = 0; round < MOST_ROUNDS && isMore; round++) {
      const rows = await select({ after, size: limit + 1 });
      isMore = rows.length > limit;
      const visible = await this.#keepVisible(rows, found, view);
      found.push(...visible.runs);
      complete &&= visible.complete;
      after = placeOf(rows.at(-1)) ?? after;
      if (found.length > limit) {
        break;
      }
    }
    const shown = found.slice(0, limit);
    const rest = found.length > limit;
    const next = rest ? placeOf(shown.at(-1)?.row) : after;
    const { items, complete: isWhole } = await this.#describe(shown, options);
    return {
      items,
      complete: complete && isWhole,
      ...((rest || isMore) && next && { nextCursor: encodeCursor(next) }),
    };
  }

  /** A run that wrote two names of one dataset is listed once. */
  async #keepVisible(
    rows: RunRow[],
    listed: { row: RunRow }[],
    view: LineageView,
  ): Promise<{ runs: { row: RunRow; job?: NamedNode }[]; complete: boolean }> {
    const known = new Set(listed.map(({ row }) => row.id));
    const jobIds = rows.flatMap(row => row.job_id ?? []);
    const shown = await this.#shownAs(jobIds);
    const jobs = await this.#nodes.findById([...shown.values()], view);
    const runs: { row: RunRow; job?: NamedNode }[] = [];
    let complete = true;
    for (const row of rows) {
      const job =
        row.job_id === null
          ? undefined
          : jobs.get(shown.get(row.job_id) ?? row.job_id);
      if (row.job_id !== null && !job) {
        complete = false;
      } else if (!known.has(row.id)) {
        known.add(row.id);
        runs.push({ row, job });
      }
    }
    return { runs, complete };
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
    { view, withConsumers }: { view: LineageView; withConsumers: boolean },
  ): Promise<{ items: LineageRun[]; complete: boolean }> {
    const read: ListedRun[] = runs.map(({ row, job }) => readRunRow(row, job));
    const datasets = await this.#nodes.findByName(
      read
        .flatMap(({ inputs, outputs }) => [...inputs, ...outputs])
        .map(({ key }) => parseNameKey(key)),
      view,
    );
    const consumers = withConsumers
      ? await this.#findConsumers(read, view)
      : undefined;
    return {
      items: read.map(run =>
        toLineageRun(run, { datasets, consumers, rules: this.#rules }),
      ),
      complete:
        view.everything ||
        read.every(run => isWholeRun(run, { datasets, consumers })),
    };
  }

  /** By key of the name of what was written. */
  async #findConsumers(
    runs: readonly ListedRun[],
    view: LineageView,
  ): Promise<Map<string, FoundConsumers>> {
    const keys = new Set(
      runs
        .flatMap(({ outputs }) => outputs)
        .map(({ key }) => {
          const { kind, namespace, name } = parseNameKey(key);
          return nodeKeyOf(kind, namespace, name);
        }),
    );
    const ids = await selectNodesByKey(this.#sql, [...keys]);
    const found = await this.#consumers.findOf(
      [...new Set(ids.values())],
      view,
    );
    return new Map(
      Array.from(ids, ([key, id]) => [
        key,
        found.get(id) ?? { consumers: [], more: false, complete: true },
      ]),
    );
  }
}

function placeOf(row: RunRow | undefined): Place | undefined {
  return row && [row.place, row.id];
}
