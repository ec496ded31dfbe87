import { Entity } from '@backstage/catalog-model';
import { checkStaleness, Contract, Finding } from '@understudy/contracts';
import { VersionSignature } from '@understudy/plugin-ml-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { ModelAccess, ownerOf } from '../../models/ModelAccess';
import { systemActor } from '../../promotion/Actor';
import { SubjectStore } from '../../subjects/SubjectStore';
import { contractDigest } from '../publish/contractDigest';
import { ContractPublisher } from '../publish/ContractPublisher';
import { deriveVersion } from '../publish/deriveVersion';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { SightingStore } from '../store/SightingStore';
import { StoredContract } from '../store/StoredContract';
import { alignLive } from './alignLive';
import { signatureContract } from './signatureContract';

/** Versions that one run looks at; the rest has to wait for the next one. */
const BATCH = 500;
const SOURCE = 'signature';

interface SignedVersion {
  id: string;
  subject_id: string;
  label: string;
  signature: string;
}

/**
 * Says of each version with a signature which contract it keeps to. Where
 * nobody declared one, signatures make the contract themselves.
 */
export class SignatureContracts {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #models: ModelAccess;
  readonly #publisher: ContractPublisher;
  readonly #sightings: SightingStore;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    models: ModelAccess;
    publisher: ContractPublisher;
    sightings: SightingStore;
    store: DatabaseContractStore;
    subjects: SubjectStore;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#models = options.models;
    this.#publisher = options.publisher;
    this.#sightings = options.sightings;
    this.#store = options.store;
    this.#subjects = options.subjects;
  }

  /** Goes through versions that were not looked at, oldest first. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const versions = await this.#readNew();
    const subjects = await this.#subjects.findByIds(
      versions.map(version => version.subject_id),
    );
    const entities = await this.#models.getModelsForBackgroundWork(
      [...subjects.values()].map(({ ref }) => ref),
    );
    for (const version of versions) {
      options.signal?.throwIfAborted();
      const ref = subjects.get(version.subject_id)?.ref;
      const entity = ref === undefined ? undefined : entities.get(ref);
      if (ref !== undefined && entity) {
        try {
          await this.#read(version, ref, entity);
        } catch (error) {
          this.#logger.warn(
            `The signature of '${ref}@${version.label}' was not read: ${stringifyError(error)}`,
          );
        }
      }
    }
  }

  async #read(
    version: SignedVersion,
    ref: string,
    entity: Entity,
  ): Promise<void> {
    const signature: VersionSignature = JSON.parse(version.signature);
    const live = signatureContract(signature, {
      subject: ref,
      name: entity.metadata.name,
      owner: ownerOf(entity),
    });
    const line = { subjectId: version.subject_id, providerId: '' };
    const history = await this.#store.readHistory(line);
    const declared = history.filter(({ origin }) => origin !== 'signature');
    if (declared.length === 0) {
      const contract = await this.#derive(version, ref, entity, live, history);
      await this.#link(version.id, contract.id);
      return;
    }
    const kept = declared.find(
      ({ contract, status }) =>
        status !== 'draft' && staleness(contract, live, false).length === 0,
    );
    await this.#link(version.id, kept?.id);
    await this.#note(version, live, kept ? [] : stale(declared, live, entity));
  }

  /** One of the contracts there are says the same, or it becomes the next one. */
  async #derive(
    version: SignedVersion,
    ref: string,
    entity: Entity,
    live: Contract,
    history: readonly StoredContract[],
  ): Promise<StoredContract> {
    const same = history.find(
      ({ contract }) => deriveVersion(live, [contract]) === undefined,
    );
    if (same) {
      return same;
    }
    const contract = deriveVersion(
      live,
      history.map(stored => stored.contract),
    );
    const outcome = await this.#publisher.publish({
      subject: { id: version.subject_id, ref },
      entity,
      contract: contract ?? live,
      origin: 'signature',
      actor: systemActor,
    });
    if (outcome.kind === 'reused') {
      throw new Error('The number worked out for its contract is taken');
    }
    return outcome.stored;
  }

  async #note(
    version: SignedVersion,
    live: Contract,
    findings: Finding[],
  ): Promise<void> {
    await this.#sightings.put({
      subjectId: version.subject_id,
      source: SOURCE,
      digest: contractDigest(live),
      document: live,
      findings: findings.map(finding => ({
        ...finding,
        message: `Version ${version.label}: ${finding.message}`,
      })),
    });
  }

  async #readNew(): Promise<SignedVersion[]> {
    return await this.#knex('version')
      .leftJoin(
        'contract_subject_version as link',
        'link.version_id',
        'version.id',
      )
      .join('subject', 'subject.id', 'version.subject_id')
      .whereNull('link.version_id')
      .whereNotNull('version.signature')
      .whereNull('subject.deleted_at')
      .orderBy(['version.created_at', 'version.id'])
      .limit(BATCH)
      .select(
        'version.id',
        'version.subject_id',
        'version.label',
        'version.signature',
      );
  }

  async #link(versionId: string, contractId: string | undefined) {
    await this.#knex('contract_subject_version')
      .insert({
        version_id: versionId,
        contract_version_id: contractId ?? null,
      })
      .onConflict('version_id')
      .ignore();
  }
}

function stale(
  declared: readonly StoredContract[],
  live: Contract,
  entity: Entity,
): Finding[] {
  const current = currentContract(declared);
  return current
    ? staleness(current.contract, live, entity.spec?.lifecycle === 'production')
    : [];
}

function staleness(contract: Contract, live: Contract, production: boolean) {
  return checkStaleness({
    contract,
    live: alignLive(live, contract),
    production,
  });
}
