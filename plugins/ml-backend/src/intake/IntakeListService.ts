import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  IntakePage,
  IntakeRecord,
  IntakeStatus,
  mlVersionRegisterPermission,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ModelAccess } from '../models/ModelAccess';
import { ModelIndexRefresh } from '../models/ModelIndexRefresh';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { fillPage } from '../paging/fillPage';
import { VersionSources } from '../registry/sync/VersionSources';
import { allowedActions } from './decisions/judgeDecision';
import { IntakeCaller, IntakeCallers } from './IntakeCallers';
import {
  IntakeFilter,
  IntakePosition,
  IntakeRecordRow,
  IntakeRecordStore,
  IntakeSort,
  positionOf,
  StatusCounts,
} from './records/IntakeRecordStore';
import { readRecordVersions } from './records/readRecordVersions';
import { statusOf } from './records/statusOf';
import { toIntakeRecord } from './records/toIntakeRecord';
import { VisibleRecord, VisibleRecords } from './records/VisibleRecords';
import { SuggestionReader } from './suggestions/SuggestionReader';

const EXPORT_PAGE_SIZE = 500;

/** Records that wait for somebody to decide about them. */
const waiting: readonly IntakeStatus[] = ['no-model', 'no-owner'];

/** Which records to list. */
export interface IntakeListRequest {
  filter: IntakeFilter;
  sort: IntakeSort;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

/** A registry server, and how its records stand. */
export interface IntakeServer {
  server: string;
  title: string;
  counts?: StatusCounts;
}

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Lists the records of registries. The database selects which, the catalog
 * says whether the caller may see them and how they stand.
 */
export class IntakeListService {
  readonly #callers: IntakeCallers;
  readonly #knex: Knex;
  readonly #models: ModelAccess;
  readonly #records: IntakeRecordStore;
  readonly #refresh: ModelIndexRefresh;
  readonly #sources: VersionSources;
  readonly #suggestions: SuggestionReader;
  readonly #visible: VisibleRecords;

  constructor(options: {
    callers: IntakeCallers;
    knex: Knex;
    models: ModelAccess;
    records: IntakeRecordStore;
    refresh: ModelIndexRefresh;
    sources: VersionSources;
    suggestions: SuggestionReader;
    visible: VisibleRecords;
  }) {
    this.#callers = options.callers;
    this.#knex = options.knex;
    this.#models = options.models;
    this.#records = options.records;
    this.#refresh = options.refresh;
    this.#sources = options.sources;
    this.#suggestions = options.suggestions;
    this.#visible = options.visible;
  }

  async list(
    request: IntakeListRequest,
    { credentials }: WithCredentials,
  ): Promise<IntakePage> {
    const { sort, limit, cursor } = request;
    const caller = await this.#callers.identify(credentials);
    const filter = narrow(request.filter, caller);
    if (!filter) {
      return { items: [] };
    }
    await this.#refresh.ensureFilled();
    const list = { filter, sort };
    const place = cursor ? decodeCursor(cursor, list) : undefined;
    const { found, next } = await fillPage<
      IntakeRecordRow,
      VisibleRecord,
      IntakePosition
    >({
      limit,
      after: place && { value: place[0], id: place[1] },
      select: async (size, after) =>
        await this.#records.select({ filter, sort, limit: size, after }),
      see: async rows => await this.#visible.see(rows, caller),
      placeOfRow: row => positionOf(row, sort),
      placeOfFound: ({ row }) => positionOf(row, sort),
    });
    return {
      items: await this.#toItems(found, caller),
      ...(next
        ? { nextCursor: encodeCursor([next.value, next.id], list) }
        : {}),
      ...(caller.scope.entities === 'all'
        ? { total: await this.#records.count(filter) }
        : {}),
    };
  }

  /** The registries, with counts for those who may see every record. */
  async listServers({ credentials }: WithCredentials): Promise<IntakeServer[]> {
    const caller = await this.#callers.identify(credentials);
    const sources = this.#sources.list();
    if (caller.scope.entities !== 'all' || !caller.mayRead) {
      return sources.map(({ id, title }) => ({ server: id, title }));
    }
    await this.#refresh.ensureFilled();
    const counts = await this.#records.countByServer();
    return sources.map(({ id, title }) => ({
      server: id,
      title,
      counts: counts.get(id) ?? {
        'no-model': 0,
        'no-owner': 0,
        ignored: 0,
        settled: 0,
      },
    }));
  }

  /** All records that the caller may see, in pages as they are read. */
  async *export(
    request: Pick<IntakeListRequest, 'filter' | 'sort'>,
    { credentials }: WithCredentials,
  ): AsyncGenerator<IntakeRecord[]> {
    const { sort } = request;
    const caller = await this.#callers.identify(credentials);
    const filter = narrow(request.filter, caller);
    if (!filter) {
      return;
    }
    await this.#refresh.ensureFilled();
    let after: IntakePosition | undefined;
    do {
      const rows = await this.#records.select({
        filter,
        sort,
        limit: EXPORT_PAGE_SIZE,
        after,
      });
      const visible = await this.#visible.see(rows, caller);
      yield await this.#toItems(visible, caller);
      const last = rows.at(-1);
      after =
        rows.length === EXPORT_PAGE_SIZE && last
          ? positionOf(last, sort)
          : undefined;
    } while (after);
  }

  async #toItems(
    visible: readonly VisibleRecord[],
    caller: IntakeCaller,
  ): Promise<IntakeRecord[]> {
    const versions = await readRecordVersions(
      this.#knex,
      visible.map(({ row }) => row),
    );
    const suggestions = await this.#suggestions.read(
      visible.filter(one => waiting.includes(statusOf(one.row, one))),
      caller.scope,
    );
    const registrable =
      caller.mayClaim && !caller.mayDecide
        ? await this.#models.filterAllowed(
            mlVersionRegisterPermission,
            visible.flatMap(({ decision }) => decision?.model ?? []),
            caller,
          )
        : new Set<string>();
    return visible.map(one =>
      toIntakeRecord(one, {
        versions: versions.get(one.row.id),
        suggestions: suggestions.get(one.row.id) ?? [],
        allowed: allowedActions(one, { caller, registrable }),
      }),
    );
  }
}

/**
 * The filter without what the caller may not see whatever it is; undefined
 * when nothing is left.
 */
function narrow(
  filter: IntakeFilter,
  { scope, mayRead }: IntakeCaller,
): IntakeFilter | undefined {
  if (scope.entities === 'none') {
    return mayRead ? { ...filter, withModel: false } : undefined;
  }
  return mayRead ? filter : { ...filter, withModel: true };
}
