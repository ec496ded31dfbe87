import { Knex } from 'knex';
import { StoredModel, StoredVersion } from '../records/portalRows';
import {
  modelCreatedSql,
  ModelRow,
  modelUpdatedSql,
  selectModels,
  toStoredModel,
} from '../records/selectModels';
import {
  NumberedVersionRow,
  toStoredVersion,
  versionUpdatedSql,
} from '../records/selectVersions';
import { absentOfRecords } from './absentOfRecords';
import { findVersionRows } from './findVersionRows';
import { keysetPage, OrderColumn, placeOf } from './keysetPage';
import { FilterAttributes, FilterCondition, parseFilter } from './parseFilter';
import { parseOrderBy } from './parseOrderBy';
import { recordTags, whereConditions } from './whereConditions';

type Place = (string | number)[];

/** What a client searches for. */
export interface SearchQuery {
  filter: string;
  orderBy: readonly string[];
}

/** A search whose rows are read in pages. Each comes with its place. */
export interface PagedSearch<T> {
  select(
    size: number,
    after: Place | undefined,
  ): Promise<{ item: T; place: Place }[]>;
}

const modelAttributes: FilterAttributes = {
  name: { type: 'text', lists: true },
};
const versionAttributes: FilterAttributes = {
  name: { type: 'text', lists: true },
  run_id: { type: 'text', lists: true },
  source_path: { type: 'text' },
  version_number: { type: 'number' },
};

const numberColumn = {
  sql: 'version.record_number',
  field: 'record_number',
  numeric: true,
};

/** A version and the record it belongs to. */
export interface FoundVersion {
  version: StoredVersion;
  model: StoredModel;
}

/** Finds records and versions by MLflow's filters. Knows nothing of callers. */
export class RegistrySearch {
  readonly #knex: Knex;
  /** Names in the order of their code points, on both databases. */
  readonly #name: string;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#name =
      knex.client.config.client === 'pg'
        ? 'registry_record.name COLLATE "C"'
        : 'registry_record.name';
  }

  /** Throws InputError when the query is not understood. */
  models(query: SearchQuery): PagedSearch<StoredModel> {
    const conditions = parseFilter(query.filter, modelAttributes);
    const columns = this.#order(query.orderBy, {
      name: { sql: this.#name, field: 'name', numeric: false },
      creation_timestamp: textColumn(modelCreatedSql, 'sort_created'),
      last_updated_timestamp: textColumn(modelUpdatedSql, 'sort_updated'),
    });
    columns.push({
      ...textColumn('registry_record.id', 'id'),
      descending: false,
    });
    return {
      select: async (size, after) => {
        const rows = selectModels(this.#knex)
          .whereNull('registry_record.gone_since')
          .whereNotIn('registry_record.subject_id', absentOfRecords(this.#knex))
          .limit(size);
        whereConditions(this.#knex, rows, conditions, {
          attributes: { name: 'registry_record.name' },
          tags: recordTags,
        });
        keysetPage(rows, columns, after);
        const found: ModelRow[] = await rows;
        return found.map(row => ({
          item: toStoredModel(row),
          place: placeOf(row, columns),
        }));
      },
    };
  }

  /** Throws InputError when the query is not understood. */
  versions(query: SearchQuery): PagedSearch<FoundVersion> {
    const all = parseFilter(query.filter, versionAttributes);
    const [name, conditions] = takeName(all);
    const columns = this.#order(
      query.orderBy,
      {
        name: { sql: this.#name, field: 'name', numeric: false },
        version_number: numberColumn,
        creation_timestamp: textColumn('version.created_at', 'created_at'),
        last_updated_timestamp: textColumn(versionUpdatedSql, 'sort_updated'),
      },
      // All have the same: an index can then give them in order.
      name === undefined ? [] : ['name'],
    );
    if (!columns.some(({ sql }) => sql === numberColumn.sql)) {
      columns.push({ ...numberColumn, descending: true });
    }
    columns.push({ ...textColumn('version.id', 'id'), descending: false });
    return {
      select: async (size, after) => {
        const rows = await findVersionRows(this.#knex, {
          name,
          conditions,
          columns,
          after,
          limit: size,
        });
        const models = await this.#modelsOf(rows);
        return rows.flatMap(row => {
          const model = models.get(row.record_id);
          return model
            ? [
                {
                  item: { version: toStoredVersion(row), model },
                  place: placeOf(row, columns),
                },
              ]
            : [];
        });
      },
    };
  }

  async #modelsOf(
    versions: readonly NumberedVersionRow[],
  ): Promise<Map<string, StoredModel>> {
    const rows: ModelRow[] = await selectModels(this.#knex).whereIn(
      'registry_record.id',
      [...new Set(versions.map(row => row.record_id))],
    );
    return new Map(rows.map(row => [row.id, toStoredModel(row)]));
  }

  /** As asked for, then by name. */
  #order(
    orderBy: readonly string[],
    known: Record<string, Omit<OrderColumn, 'descending'>>,
    same: readonly string[] = [],
  ): OrderColumn[] {
    const orders = parseOrderBy(orderBy, Object.keys(known));
    if (!orders.some(({ key }) => key === 'name')) {
      orders.push({ key: 'name', descending: false });
    }
    return orders
      .filter(({ key }) => !same.includes(key))
      .map(({ key, descending }) => ({ ...known[key], descending }));
  }
}

/** The name that a filter asks for, and what else it asks for. */
function takeName(
  conditions: FilterCondition[],
): [string | undefined, FilterCondition[]] {
  const at = conditions.findIndex(
    ({ on, key, comparator }) =>
      on === 'text' && key === 'name' && comparator === '=',
  );
  const named = conditions[at];
  return named?.on === 'text'
    ? [named.value, conditions.filter((_, index) => index !== at)]
    : [undefined, conditions];
}

function textColumn(sql: string, field: string) {
  return { sql, field, numeric: false };
}
