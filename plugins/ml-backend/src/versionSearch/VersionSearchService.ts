import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FoundVersion, FoundVersionPage } from '@understudy/plugin-ml-common';
import { ModelIndex } from '../models/ModelIndex';
import { ModelIndexRefresh } from '../models/ModelIndexRefresh';
import { findReadScope, ReadScope } from '../models/readScope';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { fillPage } from '../paging/fillPage';
import { VersionPosition, VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { FoundPosition, VersionSearchFilter } from './VersionSearchFilter';
import { VersionSearchRequest } from './versionSearchRequests';
import { OpenSearch, VersionSearchStore } from './VersionSearchStore';
import { VisibleVersion, VisibleVersions } from './VisibleVersions';

const EXPORT_PAGE_SIZE = 500;
/** An export stops after so many versions, and says so. */
export const EXPORT_LIMIT = 100_000;

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const idPattern = /^[0-9A-Z]{26}$/;

/** A part of an export, in the order of the search. */
export interface ExportedPage {
  items: FoundVersion[];
  /** Set in the last part when more would fit than is exported. */
  truncated?: true;
}

/**
 * Finds versions across all that has versions. The database selects which, the
 * catalog says whether the caller may see them and whose they are.
 */
export class VersionSearchService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #exportLimit: number;
  readonly #index: Pick<ModelIndex, 'findOwners'>;
  readonly #permissions: PermissionsService;
  readonly #refresh: Pick<ModelIndexRefresh, 'ensureFilled'>;
  readonly #search: VersionSearchStore;
  readonly #subjects: SubjectStore;
  readonly #versions: VersionStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    /** Knows the models of the catalog, and their owners. */
    index: Pick<ModelIndex, 'findOwners'>;
    permissions: PermissionsService;
    refresh: Pick<ModelIndexRefresh, 'ensureFilled'>;
    search: VersionSearchStore;
    subjects: SubjectStore;
    versions: VersionStore;
    /** For tests; {@link EXPORT_LIMIT} otherwise. */
    exportLimit?: number;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#index = options.index;
    this.#exportLimit = options.exportLimit ?? EXPORT_LIMIT;
    this.#permissions = options.permissions;
    this.#refresh = options.refresh;
    this.#search = options.search;
    this.#subjects = options.subjects;
    this.#versions = options.versions;
  }

  async find(
    request: VersionSearchRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<FoundVersionPage> {
    const { filter, limit, cursor } = request;
    const list = { search: 'versions', filter };
    const after = cursor ? readPlace(cursor, list) : undefined;
    const scope = await findReadScope(options.credentials, {
      auth: this.#auth,
      permissions: this.#permissions,
    });
    if (scope.entities === 'none') {
      return { items: [] };
    }
    const { search, visible } = await this.#open(filter, scope);
    const [{ found, next }, total] = await Promise.all([
      fillPage<FoundPosition, VisibleVersion, VersionPosition>({
        limit,
        after,
        select: async (size, place) => await search.select(size, place),
        see: async positions => await visible.see(positions),
        placeOfRow: position => position,
        placeOfFound: ({ position }) => position,
      }),
      scope.entities === 'all' ? search.count() : undefined,
    ]);
    return {
      items: await this.#toItems(found),
      ...(next
        ? { nextCursor: encodeCursor([next.createdAt, next.id], list) }
        : {}),
      ...(total === undefined ? {} : { total }),
    };
  }

  /**
   * All versions that fit and that the caller may see, in parts as they are
   * read. A part may be empty. Ends early when the signal says that nobody
   * listens any more.
   */
  async *export(
    filter: VersionSearchFilter,
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): AsyncGenerator<ExportedPage> {
    const scope = await findReadScope(options.credentials, {
      auth: this.#auth,
      permissions: this.#permissions,
    });
    if (scope.entities === 'none') {
      return;
    }
    const { search, visible } = await this.#open(filter, scope);
    let room = this.#exportLimit;
    let after: FoundPosition | undefined;
    do {
      const rows = await search.select(EXPORT_PAGE_SIZE, after);
      const seen = await visible.see(rows);
      const truncated = seen.length > room;
      yield {
        items: await this.#toItems(seen.slice(0, room)),
        ...(truncated ? { truncated } : {}),
      };
      room -= seen.length;
      after =
        rows.length === EXPORT_PAGE_SIZE && !truncated
          ? rows.at(-1)
          : undefined;
    } while (after && !options.signal.aborted);
  }

  async #open(
    filter: VersionSearchFilter,
    scope: ReadScope,
  ): Promise<{ search: OpenSearch; visible: VisibleVersions }> {
    if (filter.owners && filter.kind === 'model') {
      await this.#refresh.ensureFilled();
    }
    return {
      search: await this.#search.open(filter),
      visible: new VisibleVersions({
        catalog: this.#catalog,
        index: this.#index,
        subjects: this.#subjects,
        filter,
        scope,
      }),
    };
  }

  async #toItems(found: readonly VisibleVersion[]): Promise<FoundVersion[]> {
    const ids = found.map(({ position }) => position.id);
    const [versions, contracts] = await Promise.all([
      this.#versions.findSummaries(ids),
      this.#search.readContracts(ids),
    ]);
    return found.flatMap(({ position, owner }) => {
      const version = versions.get(position.id);
      const contract = contracts.get(position.id);
      return version
        ? [
            {
              ...version,
              ...(owner ? { owner } : {}),
              contractVersions: contract === undefined ? [] : [contract],
            },
          ]
        : [];
    });
  }
}

/** A place comes back from outside, and a database minds what it is given. */
function readPlace(cursor: string, list: unknown): VersionPosition {
  const [createdAt, id] = decodeCursor(cursor, list);
  if (!timePattern.test(createdAt) || !idPattern.test(id)) {
    throw new InputError(`cursor '${cursor}' was not given by this list`);
  }
  return { createdAt, id };
}
