import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inBatches } from './inBatches';
import { EntityFacts, FoundEntity } from './LineageView';
import { KnownEntities } from './RecentEntities';

const REFS_PER_REQUEST = 500;
const REQUESTS_AT_ONCE = 4;
const MOST_FOUND = 100;
const identityFields = ['kind', 'metadata.name', 'metadata.namespace'];
const factFields = [
  ...identityFields,
  'metadata.title',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/**
 * Reads entities with the credentials of one caller, for the length of one
 * request: nobody is looked up twice, nor is who is known already.
 */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #credentials: BackstageCredentials;
  readonly #found: KnownEntities;
  readonly #fields: string[];

  constructor(options: {
    catalog: CatalogService;
    credentials: BackstageCredentials;
    /** Read all of {@link EntityFacts}, not only whether the entity is there. */
    withFacts: boolean;
    /** What the caller was told a moment ago, with as many facts. */
    known?: KnownEntities;
  }) {
    this.#found = options.known ?? new Map();
    this.#catalog = options.catalog;
    this.#credentials = options.credentials;
    this.#fields = options.withFacts ? factFields : identityFields;
  }

  /** Those of some entities that the caller may see. */
  async read(refs: Iterable<string>): Promise<Map<string, EntityFacts>> {
    const wanted = [...new Set(refs)];
    const unknown = wanted.filter(ref => !this.#found.has(ref));
    const batches = inBatches(unknown, REFS_PER_REQUEST);
    for (const group of inBatches(batches, REQUESTS_AT_ONCE)) {
      await Promise.all(group.map(batch => this.#fetch(batch)));
    }
    const found = new Map<string, EntityFacts>();
    for (const ref of wanted) {
      const facts = this.#found.get(ref);
      if (facts) {
        found.set(ref, facts);
      }
    }
    return found;
  }

  /** Some entities of these kinds with a word in their names. */
  async search(word: string, kinds: readonly string[]): Promise<FoundEntity[]> {
    const { items } = await this.#ask(options =>
      this.#catalog.queryEntities(
        {
          filter: { kind: [...kinds] },
          fullTextFilter: { term: word, fields: ['metadata.name'] },
          fields: identityFields,
          limit: MOST_FOUND,
        },
        options,
      ),
    );
    return items.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      name: entity.metadata.name,
    }));
  }

  async #ask<T>(
    read: (options: { credentials: BackstageCredentials }) => Promise<T>,
  ): Promise<T> {
    try {
      return await read({ credentials: this.#credentials });
    } catch (error) {
      // Nobody can say what may be seen, or whose it is: no answer is given
      // that would look like there is nothing.
      throw new ServiceUnavailableError(
        'The catalog cannot be read now',
        error,
      );
    }
  }

  async #fetch(entityRefs: string[]): Promise<void> {
    const { items } = await this.#ask(options =>
      this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: this.#fields },
        options,
      ),
    );
    entityRefs.forEach((ref, index) => {
      const entity = items[index];
      this.#found.set(ref, entity && toFacts(entity));
    });
  }
}

function toFacts({ kind, metadata, spec, relations }: Entity): EntityFacts {
  const owner = relations?.find(({ type }) => type === RELATION_OWNED_BY);
  return {
    kind,
    ...(metadata.title !== undefined && { title: metadata.title }),
    ...(typeof spec?.type === 'string' && { type: spec.type }),
    ...(typeof spec?.lifecycle === 'string' && { lifecycle: spec.lifecycle }),
    ...(owner && { owner: owner.targetRef }),
  };
}
