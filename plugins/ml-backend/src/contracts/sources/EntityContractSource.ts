import { Entity } from '@backstage/catalog-model';
import {
  canonicalJson,
  checkStaleness,
  Contract,
  Finding,
} from '@understudy/contracts';
import {
  EntityContract,
  readEntityContracts,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { systemActor } from '../../promotion/Actor';
import { Subject, SubjectStore } from '../../subjects/SubjectStore';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { sha256 } from '../publish/contractDigest';
import { ContractPublisher } from '../publish/ContractPublisher';
import { DeprecationService } from '../deprecations/DeprecationService';
import { deriveVersion } from '../publish/deriveVersion';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { SightingStore } from '../store/SightingStore';
import { alignLive } from './alignLive';
import { invalidContract } from './contractFindings';
import { fieldsContract } from './fieldsContract';

/** Something an entity says of its contract. */
interface Said {
  source: string;
  digest: string;
  document: unknown;
  /** Makes a stored version of it. Answers what is wrong. */
  publish: (subject: Subject, entity: Entity) => Promise<Finding[]>;
}

/**
 * Makes stored versions of what entities declare. What has not changed since it
 * was seen is not looked at again; what is wrong is kept beside what holds.
 */
export class EntityContractSource {
  readonly #deprecations: DeprecationService;
  readonly #models: ModelAccess;
  readonly #publisher: ContractPublisher;
  readonly #sightings: SightingStore;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    deprecations: DeprecationService;
    models: ModelAccess;
    publisher: ContractPublisher;
    sightings: SightingStore;
    store: DatabaseContractStore;
    subjects: SubjectStore;
  }) {
    this.#deprecations = options.deprecations;
    this.#models = options.models;
    this.#publisher = options.publisher;
    this.#sightings = options.sightings;
    this.#store = options.store;
    this.#subjects = options.subjects;
  }

  /**
   * Gives digests by source of what the entity says.
   *
   * @param known - Digests by source of what was seen last.
   */
  async read(
    entity: Entity,
    known: ReadonlyMap<string, string> = new Map(),
  ): Promise<Map<string, string>> {
    const said = this.#whatIsSaid(entity);
    const digests = new Map(said.map(({ source, digest }) => [source, digest]));
    if (isSeen(digests, known)) {
      return digests;
    }
    const changed = said.filter(
      ({ source, digest }) => known.get(source) !== digest,
    );
    const gone = goneOf(digests, known);
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    for (const { source, digest, document, publish } of changed) {
      const findings = await publish(subject, entity);
      await this.#sightings.put({
        subjectId: subject.id,
        source,
        digest,
        document,
        findings,
      });
    }
    if (gone.length > 0) {
      await this.#sightings.remove(subject.id, gone);
    }
    await this.#withdraw(subject, entity);
    return digests;
  }

  /** What a consumer does not declare any more, it expects no more. */
  async #withdraw(subject: Subject, entity: Entity): Promise<void> {
    const expected = new Set(
      readEntityContracts(entity).flatMap(
        ({ contract }) => contract?.spec.provider?.subject ?? [],
      ),
    );
    const providerIds = await this.#store.findProviders(subject.id);
    const providers = await this.#subjects.findByIds(providerIds);
    for (const { id, ref } of providers.values()) {
      if (expected.has(ref)) {
        continue;
      }
      const line = { subjectId: subject.id, providerId: id };
      for (const stored of await this.#store.readHistory(line)) {
        if (stored.origin === 'declared') {
          const { contract } = stored;
          await this.#publisher.publish({
            subject,
            providerId: id,
            entity,
            contract: {
              ...contract,
              metadata: { ...contract.metadata, status: 'retired' },
            },
            origin: 'declared',
            actor: systemActor,
          });
        }
      }
    }
  }

  #whatIsSaid(entity: Entity): Said[] {
    const declared = readEntityContracts(entity);
    const said = declared.map((found): Said => ({
      source: `declared:${found.path}`.slice(0, 255),
      digest: sha256(canonicalJson(found.contract ?? found.document)),
      document: found.document,
      publish: (subject, of) => this.#publishDeclared(subject, of, found),
    }));
    const fields = fieldsContract(entity);
    if (fields) {
      said.push({
        source: 'fields',
        // Whether it holds depends on what is declared as well.
        digest: sha256(
          canonicalJson([fields, ...said.map(({ digest }) => digest)]),
        ),
        document: fields,
        publish: (subject, of) => this.#publishFields(subject, of, fields),
      });
    }
    return said;
  }

  async #publishDeclared(
    subject: Subject,
    entity: Entity,
    { path, contract, problems }: EntityContract,
  ): Promise<Finding[]> {
    if (!contract) {
      return invalidContract(path, problems);
    }
    const provider = contract.spec.provider?.subject;
    const isConsumer = contract.spec.role === 'consumer';
    const providerId =
      isConsumer && provider !== undefined
        ? await this.#ensureProvider(provider)
        : '';
    if (providerId === undefined) {
      return invalidContract(path, [
        {
          pointer: '/spec/provider/subject',
          message: `There is no ${provider} in the catalog`,
        },
      ]);
    }
    const outcome = await this.#publisher.publish({
      subject,
      providerId,
      entity,
      contract,
      origin: 'declared',
      actor: systemActor,
    });
    if (outcome.kind === 'reused') {
      return outcome.findings;
    }
    if (!isConsumer) {
      await this.#deprecations.announceDeclared(
        { id: subject.id, ref: subject.ref, entity },
        outcome.stored,
      );
    }
    return [];
  }

  /** What is worked out stands back behind what somebody said. */
  async #publishFields(
    subject: Subject,
    entity: Entity,
    live: Contract,
  ): Promise<Finding[]> {
    const history = await this.#store.readHistory({
      subjectId: subject.id,
      providerId: '',
    });
    // What was observed before fields were declared holds no longer than that.
    const said = history.filter(
      ({ origin }) => origin !== 'fields' && origin !== 'lineage',
    );
    const current = currentContract(said);
    if (current) {
      return checkStaleness({
        contract: current.contract,
        live: alignLive(live, current.contract),
        production: entity.spec?.lifecycle === 'production',
      });
    }
    const contract = deriveVersion(
      live,
      history.map(stored => stored.contract),
    );
    if (contract) {
      await this.#publisher.publish({
        subject,
        entity,
        contract,
        origin: 'fields',
        actor: systemActor,
      });
    }
    return [];
  }

  async #ensureProvider(ref: string): Promise<string | undefined> {
    const entity = await this.#models.getModelForBackgroundWork(ref);
    return entity && (await this.#subjects.ensure(subjectEntityOf(entity))).id;
  }
}

/** Whether what an entity says, by digests of each source, is what was seen last. */
export function isSeen(
  said: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string> = new Map(),
): boolean {
  return (
    goneOf(said, known).length === 0 &&
    [...said].every(([source, digest]) => known.get(source) === digest)
  );
}

function goneOf(
  said: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): string[] {
  return [...known.keys()].filter(
    source => isOfEntity(source) && !said.has(source),
  );
}

function isOfEntity(source: string): boolean {
  return source === 'fields' || source.startsWith('declared:');
}
