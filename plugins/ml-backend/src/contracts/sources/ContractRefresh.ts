import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { SubjectStore } from '../../subjects/SubjectStore';
import { SightingStore } from '../store/SightingStore';
import { ObservedContracts } from '../observed/ObservedContracts';
import { sha256 } from '../publish/contractDigest';
import { EntityContractSource, isSeen } from './EntityContractSource';

/** Who may offer something, and of others who says what it expects. */
const FILTERS: Record<string, string | string[]>[] = [
  { kind: ['Model', 'FeatureView', 'Dataset'] },
  { 'spec.contract.role': 'consumer' },
  { 'spec.contract.spec.role': 'consumer' },
];

interface ReadEntity {
  /** Digest of all that is read of it. An etag of the catalog may stand for less. */
  content: string;
  /** By source of what it says. */
  digests: ReadonlyMap<string, string>;
}

/**
 * Reads the contracts of all entities. One that is wrong does not stop the others.
 * What an entity says is worked out once, as long as the catalog says the same of it.
 */
export class ContractRefresh {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #observed: Pick<ObservedContracts, 'read'>;
  readonly #sightings: Pick<SightingStore, 'readDigests'>;
  readonly #source: Pick<EntityContractSource, 'read'>;
  readonly #subjects: Pick<SubjectStore, 'findByRefs'>;
  // Only saves work: another replica, or this one restarted, works it out once more.
  #read = new Map<string, ReadEntity>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    observed: Pick<ObservedContracts, 'read'>;
    sightings: Pick<SightingStore, 'readDigests'>;
    source: Pick<EntityContractSource, 'read'>;
    subjects: Pick<SubjectStore, 'findByRefs'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#observed = options.observed;
    this.#sightings = options.sightings;
    this.#source = options.source;
    this.#subjects = options.subjects;
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const pages = streamInBackground(
      this.#catalog,
      {
        filter: FILTERS,
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'relations',
          'spec.lifecycle',
          'spec.contract',
          'spec.versions',
          'spec.fields',
          'spec.joinKeys',
          'spec.uses',
        ],
      },
      {
        credentials: await this.#auth.getOwnServiceCredentials(),
        signal: options.signal,
      },
    );
    const read = new Map<string, ReadEntity>();
    for await (const page of pages) {
      await this.#readPage(page, { read, signal: options.signal });
    }
    this.#read = read;
  }

  async #readPage(
    page: readonly Entity[],
    options: { read: Map<string, ReadEntity>; signal?: AbortSignal },
  ): Promise<void> {
    const { read, signal } = options;
    const refs = page.map(entity => stringifyEntityRef(entity));
    const subjects = await this.#subjects.findByRefs(refs);
    const seen = await this.#sightings.readDigests(
      [...subjects.values()].map(({ id }) => id),
    );
    for (const [index, entity] of page.entries()) {
      signal?.throwIfAborted();
      const ref = refs[index];
      const content = sha256(JSON.stringify(entity));
      const known = seen.get(subjects.get(ref)?.id ?? '');
      const last = this.#read.get(ref);
      if (last && last.content === content && isSeen(last.digests, known)) {
        read.set(ref, last);
        continue;
      }
      try {
        const digests = await this.#source.read(entity, known);
        read.set(ref, { content, digests });
      } catch (error) {
        this.#logger.warn(
          `The contract of '${ref}' was not read: ${stringifyError(error)}`,
        );
      }
    }
    await this.#observed.read(page, { signal });
  }
}
