import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  EntityFilterQuery,
} from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  LineageEntityName,
  LineageEntityNameSource,
} from '@understudy/plugin-lineage-node';
import {
  ANNOTATION_DATASETS,
  ANNOTATION_JOBS,
  namesOfEntity,
} from './namesOfEntity';
import { readInPages } from './readInPages';

const filter: EntityFilterQuery = [
  // Lists of objects are found by what is in them.
  { 'spec.physical.namespace': CATALOG_FILTER_EXISTS },
  { [`metadata.annotations.${ANNOTATION_DATASETS}`]: CATALOG_FILTER_EXISTS },
  { [`metadata.annotations.${ANNOTATION_JOBS}`]: CATALOG_FILTER_EXISTS },
];
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.etag',
  `metadata.annotations.${ANNOTATION_DATASETS}`,
  `metadata.annotations.${ANNOTATION_JOBS}`,
  'spec.physical',
];

interface KnownEntity {
  etag: string;
  names: LineageEntityName[];
}

/**
 * The names that entities of the catalog give themselves. Of an entity that has
 * not changed, nothing is read anew, and nothing is complained about twice.
 */
export class CatalogNameSource implements LineageEntityNameSource {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  #known = new Map<string, KnownEntity>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  getSourceName(): string {
    return 'catalog';
  }

  async readNames(options: {
    signal: AbortSignal;
  }): Promise<LineageEntityName[]> {
    const pages = readInPages({
      auth: this.#auth,
      catalog: this.#catalog,
      request: { filter, fields },
      signal: options.signal,
    });
    const found = new Map<string, KnownEntity>();
    for await (const page of pages) {
      for (const entity of page) {
        found.set(stringifyEntityRef(entity), this.#namesOf(entity));
      }
    }
    this.#known = found;
    return [...found.values()].flatMap(({ names }) => names);
  }

  #namesOf(entity: Entity): KnownEntity {
    const { etag = '' } = entity.metadata;
    const known = this.#known.get(stringifyEntityRef(entity));
    if (known && etag && known.etag === etag) {
      return known;
    }
    const { names, problems } = namesOfEntity(entity);
    problems.forEach(problem => this.#logger.warn(problem));
    return { etag, names };
  }
}
