import { Entity } from '@backstage/catalog-model';
import { rcompare } from 'semver';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ContractBatchReader } from '../store/ContractBatchReader';
import { StoredContract } from '../store/StoredContract';
import { consumerDescriber } from './consumerDescriber';
import { KnownConsumers } from './KnownConsumer';
import { LineageConsumers, ObservedConsumers } from './LineageConsumers';
import { ProductionUse } from './ProductionUse';
import { relationConsumers } from './relationConsumers';

/** Consumers that are looked at; beyond, the answer is not complete. */
export const MAX_CONSUMERS = 1000;
/** Contracts of consumers that are read, several of one consumer among them. */
const MAX_EXPECTATIONS = 5000;

/** What offers something, as far as it is known. */
interface Provider {
  ref: string;
  subjectId?: string;
  entity?: Entity;
}

/** A provider whose consumers are wanted. */
export interface ConsumersRequest {
  provider: Provider;
  /** All versions of the provider's contract. */
  history: readonly StoredContract[];
  /** Leaves out whose needs would have to be worked out. */
  declaredOnly?: boolean;
}

interface DeclaredConsumers {
  contracts: ReadonlyMap<string, StoredContract>;
  complete: boolean;
}

const NOBODY_DECLARED: DeclaredConsumers = {
  contracts: new Map(),
  complete: true,
};
const NOBODY_OBSERVED: ObservedConsumers = {
  consumers: new Map(),
  complete: true,
};

/** Finds out who uses what an entity offers: by contract, relation and lineage. */
export class ConsumerReader {
  readonly #lineage: LineageConsumers;
  readonly #models: ModelAccess;
  readonly #production: ProductionUse;
  readonly #contracts: ContractBatchReader;
  readonly #subjects: SubjectStore;

  constructor(options: {
    lineage: LineageConsumers;
    models: ModelAccess;
    production: ProductionUse;
    batches: ContractBatchReader;
    subjects: SubjectStore;
  }) {
    this.#lineage = options.lineage;
    this.#models = options.models;
    this.#production = options.production;
    this.#contracts = options.batches;
    this.#subjects = options.subjects;
  }

  /** @param history - All versions of the provider's contract. */
  async read(
    provider: Provider,
    history: readonly StoredContract[],
  ): Promise<KnownConsumers> {
    const [consumers] = await this.readAll([{ provider, history }]);
    return consumers;
  }

  /** As `read` for many providers, in their order, all read at once. */
  async readAll(
    requests: readonly ConsumersRequest[],
  ): Promise<KnownConsumers[]> {
    const declared = await this.#readDeclared(
      requests.flatMap(({ provider }) => provider.subjectId ?? []),
    );
    const observed = await this.#lineage.readAll(
      requests
        .filter(({ declaredOnly }) => !declaredOnly)
        .map(({ provider }) => provider.ref),
    );
    const sources = requests.map(({ provider, declaredOnly }) => {
      const { ref, subjectId = '', entity } = provider;
      const found = {
        declared: declared.get(subjectId) ?? NOBODY_DECLARED,
        related:
          entity && !declaredOnly ? relationConsumers(entity) : new Map(),
        observed: (!declaredOnly && observed.get(ref)) || NOBODY_OBSERVED,
      };
      const refs = new Set([
        ...found.declared.contracts.keys(),
        ...found.related.keys(),
        ...found.observed.consumers.keys(),
      ]);
      refs.delete(ref);
      return { ...found, refs: [...refs].sort() };
    });
    // Who has left the catalog uses nothing any more.
    const entities = await this.#models.getModelsForBackgroundWork(
      sources.flatMap(({ refs }) => refs.slice(0, MAX_CONSUMERS)),
    );
    const serving = await this.#production.find(entities);
    return requests.map(({ provider, history }, index) => {
      const { refs, ...found } = sources[index];
      const describe = consumerDescriber(provider, history);
      return {
        consumers: refs.slice(0, MAX_CONSUMERS).flatMap(consumer => {
          const entity = entities.get(consumer);
          return entity
            ? describe({
                consumer,
                entity,
                declared: found.declared.contracts.get(consumer),
                relation: found.related.get(consumer),
                lineage: found.observed.consumers.get(consumer),
                inProduction: serving.has(consumer),
              })
            : [];
        }),
        complete:
          found.observed.complete &&
          found.declared.complete &&
          refs.length <= MAX_CONSUMERS,
      };
    });
  }

  /** What consumers declared last, by the id of the provider. */
  async #readDeclared(
    providerIds: readonly string[],
  ): Promise<Map<string, DeclaredConsumers>> {
    const stored = await this.#contracts.readExpectations(
      providerIds,
      MAX_EXPECTATIONS,
    );
    const subjects = await this.#subjects.findByIds(
      [...stored.values()].flat().map(({ subjectId }) => subjectId),
    );
    const declared = new Map<string, DeclaredConsumers>();
    for (const [providerId, expectations] of stored) {
      const contracts = new Map<string, StoredContract>();
      for (const contract of [...expectations].sort((a, b) =>
        rcompare(a.version, b.version),
      )) {
        const ref = subjects.get(contract.subjectId)?.ref;
        if (ref !== undefined && !contracts.has(ref)) {
          contracts.set(ref, contract);
        }
      }
      declared.set(providerId, {
        contracts,
        complete: expectations.length < MAX_EXPECTATIONS,
      });
    }
    return declared;
  }
}
