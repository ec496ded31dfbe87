import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isModelEntity,
  ModelEntity,
  ModelPage,
} from '@understudy/plugin-ml-common';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { fillPage } from '../paging/fillPage';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import {
  ModelFilter,
  ModelIndex,
  ModelPosition,
  ModelSort,
} from './ModelIndex';
import { ModelIndexRefresh } from './ModelIndexRefresh';
import { findReadScope } from './readScope';
import { toModelListItem } from './toModelListItem';

/** Which models to list. */
export interface ModelListRequest {
  filter: ModelFilter;
  /** Only models that the caller owns. */
  mine: boolean;
  sort: ModelSort;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

/** A model that the caller may see, with its place in the list. */
interface FoundModel {
  position: ModelPosition;
  entity: ModelEntity;
}

/**
 * Lists models. The index selects which, the catalog says what they are and
 * whether the caller may see them.
 */
export class ModelListService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #index: ModelIndex;
  readonly #permissions: PermissionsService;
  readonly #refresh: ModelIndexRefresh;
  readonly #riskTiers: readonly string[];
  readonly #subjects: SubjectStore;
  readonly #userInfo: UserInfoService;
  readonly #versions: VersionStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    index: ModelIndex;
    permissions: PermissionsService;
    refresh: ModelIndexRefresh;
    riskTiers: readonly string[];
    subjects: SubjectStore;
    userInfo: UserInfoService;
    versions: VersionStore;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#index = options.index;
    this.#permissions = options.permissions;
    this.#refresh = options.refresh;
    this.#riskTiers = options.riskTiers;
    this.#subjects = options.subjects;
    this.#userInfo = options.userInfo;
    this.#versions = options.versions;
  }

  async listModels(
    request: ModelListRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ModelPage> {
    const { sort, limit, cursor } = request;
    const scope = await findReadScope(options.credentials, {
      auth: this.#auth,
      permissions: this.#permissions,
    });
    if (scope.entities === 'none') {
      return { items: [] };
    }
    await this.#refresh.ensureFilled();
    const filter = await this.#withOwners(request, options.credentials);
    const list = { filter, sort };
    const place = cursor ? decodeCursor(cursor, list) : undefined;
    const { found, next } = await fillPage<
      ModelPosition,
      FoundModel,
      ModelPosition
    >({
      limit,
      after: place && { value: place[0], ref: place[1] },
      select: async (size, after) =>
        await this.#index.select({ filter, sort, limit: size, after }),
      see: async positions => await this.#read(positions, scope.credentials),
      placeOfRow: position => position,
      placeOfFound: ({ position }) => position,
    });
    return {
      items: await this.#toItems(found),
      ...(next
        ? { nextCursor: encodeCursor([next.value, next.ref], list) }
        : {}),
      ...(scope.entities === 'all'
        ? { total: await this.#index.count(filter) }
        : {}),
    };
  }

  async #withOwners(
    { filter, mine }: ModelListRequest,
    credentials: BackstageCredentials,
  ): Promise<ModelFilter> {
    if (!mine) {
      return filter;
    }
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new InputError('mine is true, but the caller is not a user');
    }
    const { ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const { owners } = filter;
    return {
      ...filter,
      owners: owners
        ? owners.filter(owner => ownershipEntityRefs.includes(owner))
        : ownershipEntityRefs,
    };
  }

  async #read(
    positions: readonly ModelPosition[],
    credentials: BackstageCredentials,
  ): Promise<FoundModel[]> {
    if (positions.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: positions.map(position => position.ref),
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.description',
          'relations',
          'spec.type',
          'spec.lifecycle',
          'spec.uses',
        ],
      },
      { credentials },
    );
    return positions.flatMap((position, index) => {
      const entity = items[index];
      return entity && isModelEntity(entity) ? [{ position, entity }] : [];
    });
  }

  async #toItems(found: readonly FoundModel[]): Promise<ModelPage['items']> {
    const subjects = await this.#subjects.findByRefs(
      found.map(({ position }) => position.ref),
    );
    const digests = await this.#versions.digest(
      [...subjects.values()].map(subject => subject.id),
    );
    return found.map(({ position, entity }) => {
      const subject = subjects.get(position.ref);
      return toModelListItem(entity, {
        digest: subject && digests.get(subject.id),
        riskTiers: this.#riskTiers,
      });
    });
  }
}
