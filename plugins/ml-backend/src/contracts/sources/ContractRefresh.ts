import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { SubjectStore } from '../../subjects/SubjectStore';
import { SightingStore } from '../store/SightingStore';
import { ObservedContracts } from '../observed/ObservedContracts';
import { EntityContractSource } from './EntityContractSource';

/** Who may offer something, and of others who says what it expects. */
const FILTERS: Record<string, string | string[]>[] = [
  { kind: ['Model', 'FeatureView', 'Dataset'] },
  { 'spec.contract.role': 'consumer' },
  { 'spec.contract.spec.role': 'consumer' },
];

/** Reads the contracts of all entities. One that is wrong does not stop the others. */
export class ContractRefresh {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #observed: ObservedContracts;
  readonly #sightings: SightingStore;
  readonly #source: EntityContractSource;
  readonly #subjects: SubjectStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    observed: ObservedContracts;
    sightings: SightingStore;
    source: EntityContractSource;
    subjects: SubjectStore;
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
    for await (const page of pages) {
      await this.#readPage(page, options.signal);
    }
  }

  async #readPage(
    page: readonly Entity[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const refs = page.map(entity => stringifyEntityRef(entity));
    const subjects = await this.#subjects.findByRefs(refs);
    const seen = await this.#sightings.readDigests(
      [...subjects.values()].map(({ id }) => id),
    );
    for (const [index, entity] of page.entries()) {
      signal?.throwIfAborted();
      const ref = refs[index];
      try {
        await this.#source.read(entity, seen.get(subjects.get(ref)?.id ?? ''));
      } catch (error) {
        this.#logger.warn(
          `The contract of '${ref}' was not read: ${stringifyError(error)}`,
        );
      }
    }
    await this.#observed.read(page, { signal });
  }
}
