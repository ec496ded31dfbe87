import {
  IntakeStatus,
  PORTAL_HOME,
  RegistryBindingSource,
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { RegistryRecordRow } from '../../registry/sync/recordRows';
import { escapeLike } from '../../registry/versionQuery';
import { namesByServer } from '../decisions/IntakeDecisionStore';
import { ignoredSql, statusSql } from './statusSql';

/** What a list of records is narrowed by. All given parts must fit. */
export interface IntakeFilter {
  servers?: string[];
  statuses: IntakeStatus[];
  boundBy?: RegistryBindingSource[];
  /** Every word stands in the name, workspace, description or Model. */
  text?: string;
  /** Whether those that the registry no longer has are among them. */
  gone: boolean;
  /** Only those with, or without, a Model in the catalog. */
  withModel?: boolean;
}

/** What a list of records may be ordered by. */
export const intakeSortFields = ['name', 'firstSeenAt'] as const;

/** The order of a list of records; equals are ordered by their ids. */
export interface IntakeSort {
  field: (typeof intakeSortFields)[number];
  descending: boolean;
}

/** A place in a list of records. */
export interface IntakePosition {
  value: string;
  id: string;
}

/** A record, its Model, and whether the index knows the Model. */
export interface IntakeRecordRow extends RegistryRecordRow {
  /** Entity ref of the Model it belongs to, or would. */
  model: string;
  listed: boolean;
}

/** How many records of a server stand how. */
export type StatusCounts = Record<IntakeStatus, number>;

const statuses: readonly IntakeStatus[] = [
  'no-model',
  'no-owner',
  'ignored',
  'settled',
];

const sortColumns = {
  name: 'registry_record.sort_name',
  firstSeenAt: 'registry_record.first_seen_at',
} as const;

/** The place of a row in a list. */
export function positionOf(
  row: IntakeRecordRow,
  sort: IntakeSort,
): IntakePosition {
  return {
    value: sort.field === 'name' ? row.sort_name : row.first_seen_at,
    id: row.id,
  };
}

/**
 * Finds records of registries by how they stand, going by the index of models.
 * It knows nothing of callers and permissions.
 */
export class IntakeRecordStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new IntakeRecordStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Up to `limit` records, in order. */
  async select(options: {
    filter: IntakeFilter;
    sort: IntakeSort;
    limit: number;
    after?: IntakePosition;
  }): Promise<IntakeRecordRow[]> {
    const { filter, sort, limit, after } = options;
    const column = sortColumns[sort.field];
    const order = sort.descending ? 'desc' : 'asc';
    const query = selectRows(this.#filtered(filter))
      .orderBy([
        { column, order },
        { column: 'registry_record.id', order },
      ])
      .limit(limit);
    if (after) {
      query.whereRaw(
        `(??, registry_record.id) ${sort.descending ? '<' : '>'} (?, ?)`,
        [column, after.value, after.id],
      );
    }
    return (await query).map(toRecordRow);
  }

  async count(filter: IntakeFilter): Promise<number> {
    const [row] = await this.#filtered(filter).count({ count: '*' });
    return Number(row.count);
  }

  /** Counts of all records but those that are gone, by server. */
  async countByServer(): Promise<Map<string, StatusCounts>> {
    // Sums, because grouping by the status as well is slow on SQLite.
    const rows: ({ server: string } & Record<string, number | string>)[] =
      await joined(this.#knex)
        .where(present)
        .select(
          'registry_record.server',
          ...statuses.map(status =>
            this.#knex.raw(
              `SUM(CASE WHEN ${statusSql} = ? THEN 1 ELSE 0 END) AS ??`,
              [status, status],
            ),
          ),
        )
        .groupBy('registry_record.server');
    return new Map(
      rows.map(row => [
        row.server,
        {
          'no-model': Number(row['no-model']),
          'no-owner': Number(row['no-owner']),
          ignored: Number(row.ignored),
          settled: Number(row.settled),
        },
      ]),
    );
  }

  /** Records by `registryRecordKey`. */
  async findByRefs(
    records: readonly RegistryRecordRef[],
  ): Promise<Map<string, IntakeRecordRow>> {
    const found = new Map<string, IntakeRecordRow>();
    for (const [server, names] of namesByServer(records)) {
      for (const batch of inBatches([...names])) {
        const rows = await selectRows(joined(this.#knex))
          .where('registry_record.server', server)
          .whereIn('registry_record.name', batch);
        for (const row of rows.map(toRecordRow)) {
          found.set(registryRecordKey(row), row);
        }
      }
    }
    return found;
  }

  /**
   * Keeps records from being decided about elsewhere until the transaction
   * ends. Always in the same order, so that two never wait for each other.
   */
  async lock(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
    for (const batch of inBatches([...ids].sort())) {
      await trx('registry_record')
        .whereIn('id', batch)
        .orderBy('id')
        .forUpdate()
        .select('id');
    }
  }

  #filtered(filter: IntakeFilter): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = joined(knex);
    if (filter.servers) {
      query.whereIn('registry_record.server', filter.servers);
    }
    query.whereRaw(
      `${statusSql} IN (${filter.statuses.map(() => '?').join(', ')})`,
      filter.statuses,
    );
    if (filter.boundBy) {
      query
        .whereIn('registry_record.bound_by', filter.boundBy)
        .whereRaw(`NOT (${ignoredSql})`);
    }
    for (const word of filter.text?.toLowerCase().split(/\s+/) ?? []) {
      const pattern = `%${escapeLike(word)}%`;
      query.whereRaw(
        `(registry_record.search_text LIKE ? ESCAPE '!' OR subject.ref LIKE ? ESCAPE '!')`,
        [pattern, pattern],
      );
    }
    if (!filter.gone) {
      query.where(present);
    }
    if (filter.withModel === true) {
      query.whereNotNull('model_index.ref');
    } else if (filter.withModel === false) {
      query.whereNull('model_index.ref');
    }
    return query;
  }
}

function joined(knex: Knex): Knex.QueryBuilder {
  return (
    knex('registry_record')
      // The portal's own records belong to a Model from the start.
      .whereNot('registry_record.server', PORTAL_HOME)
      .join('subject', 'subject.id', '=', 'registry_record.subject_id')
      .leftJoin('model_index', 'model_index.ref', '=', 'subject.ref')
      .leftJoin('intake_decision', on =>
        on
          .on('intake_decision.server', '=', 'registry_record.server')
          .andOn('intake_decision.workspace', '=', 'registry_record.workspace')
          .andOn('intake_decision.name', '=', 'registry_record.name'),
      )
  );
}

/** What is ignored is gone by that very decision, and is shown all the same. */
function present(query: Knex.QueryBuilder): void {
  query.whereNull('registry_record.gone_since').orWhereRaw(`(${ignoredSql})`);
}

function selectRows(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.select(
    'registry_record.*',
    'subject.ref as model',
    'model_index.ref as listed',
  );
}

function toRecordRow(
  row: RegistryRecordRow & { model: string; listed: string | null },
): IntakeRecordRow {
  return { ...row, listed: row.listed !== null };
}
