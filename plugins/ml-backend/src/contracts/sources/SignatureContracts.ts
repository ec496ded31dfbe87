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

/** Versions that are looked at together. */
const BATCH = 500;
const SOURCE = 'signature';

interface SignedVersion {
  id: string;
  subject_id: string;
  label: string;
  signature: string;
  created_at: string;
}

/** What a version keeps to, and how what was declared fits its signature. */
interface KeptContract {
  contractId?: string;
  declared?: { live: Contract; findings: Finding[] };
}

interface SignatureNote {
  version: SignedVersion;
  live: Contract;
  findings: Finding[];
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

  /** Goes through all versions that were not looked at, oldest first. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    let after: SignedVersion | undefined;
    do {
      options.signal?.throwIfAborted();
      const versions = await this.#readNew(after);
      await this.#lookAt(versions, options);
      // Versions of what the catalog does not know stay, and hold up nobody.
      after = versions.length === BATCH ? versions[BATCH - 1] : undefined;
    } while (after);
  }

  async #lookAt(
    versions: readonly SignedVersion[],
    options: { signal?: AbortSignal },
  ): Promise<void> {
    const subjects = await this.#subjects.findByIds(
      versions.map(version => version.subject_id),
    );
    const entities = await this.#models.getModelsForBackgroundWork(
      [...subjects.values()].map(({ ref }) => ref),
    );
    // Most versions of a model have the signature of the one before.
    const seen = new Map<string, KeptContract>();
    const links: { versionId: string; contractId?: string }[] = [];
    const notes = new Map<string, SignatureNote>();
    for (const version of versions) {
      options.signal?.throwIfAborted();
      const ref = subjects.get(version.subject_id)?.ref;
      const entity = ref === undefined ? undefined : entities.get(ref);
      if (ref !== undefined && entity) {
        const key = `${version.subject_id} ${version.signature}`;
        try {
          const kept =
            seen.get(key) ?? (await this.#findKept(version, ref, entity));
          seen.set(key, kept);
          links.push({ versionId: version.id, contractId: kept.contractId });
          if (kept.declared) {
            notes.set(version.subject_id, { version, ...kept.declared });
          }
        } catch (error) {
          this.#logger.warn(
            `The signature of '${ref}@${version.label}' was not read: ${stringifyError(error)}`,
          );
        }
      }
    }
    const failed = new Set<string>();
    for (const note of notes.values()) {
      try {
        await this.#note(note);
      } catch (error) {
        failed.add(note.version.id);
        this.#logger.warn(
          `How version '${note.version.label}' of '${note.version.subject_id}' fits its contract was not kept: ${stringifyError(error)}`,
        );
      }
    }
    // What has no link is looked at again.
    await this.#link(links.filter(({ versionId }) => !failed.has(versionId)));
  }

  async #findKept(
    version: SignedVersion,
    ref: string,
    entity: Entity,
  ): Promise<KeptContract> {
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
      return { contractId: contract.id };
    }
    const kept = declared.find(
      ({ contract, status }) =>
        status !== 'draft' && staleness(contract, live, false).length === 0,
    );
    const findings = kept ? [] : stale(declared, live, entity);
    return { contractId: kept?.id, declared: { live, findings } };
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

  async #note({ version, live, findings }: SignatureNote): Promise<void> {
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

  async #readNew(after: SignedVersion | undefined): Promise<SignedVersion[]> {
    const query = this.#knex('version')
      .leftJoin(
        'contract_subject_version as link',
        'link.version_id',
        'version.id',
      )
      .join('subject', 'subject.id', 'version.subject_id')
      .where('version.kind', 'model')
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
        'version.created_at',
      );
    if (after) {
      query.whereRaw('(version.created_at, version.id) > (?, ?)', [
        after.created_at,
        after.id,
      ]);
    }
    return await query;
  }

  async #link(links: readonly { versionId: string; contractId?: string }[]) {
    if (links.length === 0) {
      return;
    }
    await this.#knex('contract_subject_version')
      .insert(
        links.map(({ versionId, contractId }) => ({
          version_id: versionId,
          contract_version_id: contractId ?? null,
        })),
      )
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
