import { Entity } from '@backstage/catalog-model';
import { readEntityContracts } from '@understudy/plugin-ml-common';
import { rcompare } from 'semver';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { StoredContract } from '../store/StoredContract';
import { describeConsumer } from './describeConsumer';
import { KnownConsumers } from './KnownConsumer';
import { LineageConsumers } from './LineageConsumers';
import { ProductionUse } from './ProductionUse';
import { relationConsumers } from './relationConsumers';

/** Consumers that are looked at; beyond, the answer is not complete. */
export const MAX_CONSUMERS = 1000;
/** Contracts of consumers that are read, several of one consumer among them. */
const MAX_EXPECTATIONS = 5000;

/** Finds out who uses what an entity offers: by contract, relation and lineage. */
export class ConsumerReader {
  readonly #lineage: LineageConsumers;
  readonly #models: ModelAccess;
  readonly #production: ProductionUse;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    lineage: LineageConsumers;
    models: ModelAccess;
    production: ProductionUse;
    store: DatabaseContractStore;
    subjects: SubjectStore;
  }) {
    this.#lineage = options.lineage;
    this.#models = options.models;
    this.#production = options.production;
    this.#store = options.store;
    this.#subjects = options.subjects;
  }

  /** @param history - All versions of the provider's contract. */
  async read(
    provider: { ref: string; subjectId?: string; entity?: Entity },
    history: readonly StoredContract[],
  ): Promise<KnownConsumers> {
    const { ref, entity } = provider;
    const declared = await this.#readDeclared(provider.subjectId);
    const related = entity ? relationConsumers(entity) : new Map();
    const observed = await this.#lineage.read(ref);
    const refs = [
      ...new Set([
        ...declared.contracts.keys(),
        ...related.keys(),
        ...observed.consumers.keys(),
      ]),
    ]
      .filter(consumer => consumer !== ref)
      .sort();
    // Who has left the catalog uses nothing any more.
    const entities = await this.#models.getModelsForBackgroundWork(
      refs.slice(0, MAX_CONSUMERS),
    );
    const serving = await this.#production.find(entities);
    const byLabel = labelsOf(entity);
    const offered = new Map(history.map(stored => [stored.version, stored]));
    const served = history
      .filter(({ status }) => status === 'active' || status === 'deprecated')
      .map(({ version }) => version);
    const current = currentContract(history)?.version;
    return {
      consumers: [...entities].map(([consumer, consumerEntity]) =>
        describeConsumer({
          consumer,
          entity: consumerEntity,
          provider: ref,
          offered,
          served,
          byLabel,
          current,
          declared: declared.contracts.get(consumer),
          relation: related.get(consumer),
          lineage: observed.consumers.get(consumer),
          inProduction: serving.has(consumer),
        }),
      ),
      complete:
        observed.complete && declared.complete && refs.length <= MAX_CONSUMERS,
    };
  }

  /** What each consumer declared last, by its ref. */
  async #readDeclared(
    subjectId: string | undefined,
  ): Promise<{ contracts: Map<string, StoredContract>; complete: boolean }> {
    if (subjectId === undefined) {
      return { contracts: new Map(), complete: true };
    }
    const stored = await this.#store.readExpectations(
      subjectId,
      MAX_EXPECTATIONS,
    );
    const subjects = await this.#subjects.findByIds(
      stored.map(contract => contract.subjectId),
    );
    const contracts = new Map<string, StoredContract>();
    for (const contract of [...stored].sort((a, b) =>
      rcompare(a.version, b.version),
    )) {
      const ref = subjects.get(contract.subjectId)?.ref;
      if (ref !== undefined && !contracts.has(ref)) {
        contracts.set(ref, contract);
      }
    }
    return { contracts, complete: stored.length < MAX_EXPECTATIONS };
  }
}

/** The numbers of the contracts that versions of a feature view declare. */
function labelsOf(entity: Entity | undefined): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { label, contract } of entity ? readEntityContracts(entity) : []) {
    if (label !== undefined && contract) {
      labels.set(label, contract.metadata.version);
    }
  }
  return labels;
}
