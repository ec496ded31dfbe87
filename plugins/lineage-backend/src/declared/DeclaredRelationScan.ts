import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  EntityFilterQuery,
} from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { hash } from 'node:crypto';
import { readInPages } from '../mapping/readInPages';
import { ScanDigest } from '../mapping/ScanDigest';
import { DeclaredRelationStore } from './DeclaredRelationStore';
import { flows } from './flows';
import { DeclaredRelation, relationsOfEntity } from './relationsOfEntity';

/** Of all connections; what there is more is refused, and all stay as they were. */
const MOST_RELATIONS = 1_000_000;

const filter: EntityFilterQuery = Object.keys(flows).map(type => ({
  [`relations.${type}`]: CATALOG_FILTER_EXISTS,
}));
const fields = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

/**
 * Brings the connections that the catalog declares up to date. As long as the
 * catalog says the same, nothing is compared and nothing written.
 */
export class DeclaredRelationScan {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #digest: ScanDigest;
  readonly #logger: LoggerService;
  readonly #store: Pick<DeclaredRelationStore, 'replaceAll'>;
  #complained = new Set<string>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    digest: ScanDigest;
    logger: LoggerService;
    store: Pick<DeclaredRelationStore, 'replaceAll'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#digest = options.digest;
    this.#logger = options.logger;
    this.#store = options.store;
  }

  /** Rejects when the catalog cannot be read; then all stays as it was. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    const relations = await this.#read(options);
    const digest = digestOf(relations);
    if (await this.#digest.isCurrent(digest)) {
      return;
    }
    options.signal.throwIfAborted();
    const changed = await this.#digest.during(digest, () =>
      this.#store.replaceAll(relations),
    );
    if (changed > 0) {
      this.#logger.info(`Wrote ${changed} connections of the catalog`);
    }
  }

  async #read({
    signal,
  }: {
    signal: AbortSignal;
  }): Promise<DeclaredRelation[]> {
    const pages = readInPages({
      auth: this.#auth,
      catalog: this.#catalog,
      request: { filter, fields },
      signal,
    });
    const all: DeclaredRelation[] = [];
    const problems = new Set<string>();
    for await (const page of pages) {
      for (const entity of page) {
        const read = relationsOfEntity(entity);
        all.push(...read.relations);
        read.problems.forEach(problem => problems.add(problem));
      }
      if (all.length > MOST_RELATIONS) {
        throw new Error(
          `The catalog declares more than ${MOST_RELATIONS} connections`,
        );
      }
    }
    this.#complain(problems);
    return all;
  }

  /** Once of each problem, as long as it stays. */
  #complain(problems: Set<string>): void {
    for (const problem of problems) {
      if (!this.#complained.has(problem)) {
        this.#logger.warn(problem);
      }
    }
    this.#complained = problems;
  }
}

/** The same for the same connections, in whatever order they are given. */
function digestOf(relations: readonly DeclaredRelation[]): string {
  const lines = relations
    .map(({ claimant, source, target, types }) =>
      JSON.stringify([claimant, source, target, types]),
    )
    .sort();
  return hash('sha256', lines.join('\n'), 'base64url');
}
