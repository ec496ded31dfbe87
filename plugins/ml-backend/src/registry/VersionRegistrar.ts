import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  modelHome,
  PORTAL_HOME,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { NormalizedAddition } from '../evidence/NormalizedAddition';
import { normalizeAddition } from '../evidence/normalizeAddition';
import { addEvidence } from '../evidence/write/addEvidence';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { accountOf, Actor } from '../promotion/Actor';
import { Answer, IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { SubjectStore } from '../subjects/SubjectStore';
import { MetricDictionary } from './MetricDictionary';
import { claimedAuthor } from './claimedAuthor';
import { KnownModel } from './RegistryService';
import { normalizeVersion, NormalizedVersion } from './versionContent';
import { VersionRow } from './versionRows';
import { insertVersions, VersionToWrite } from './writeVersions';

/** Adds what a registration says beside the version, in its transaction. */
type AddEvidence = (tx: Knex.Transaction, versionId: string) => Promise<void>;

/** Adds versions that builds report, to models whose home is the portal. */
export class VersionRegistrar {
  readonly #dictionary: MetricDictionary;
  readonly #idempotency: IdempotencyKeys;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #riskTiers: readonly string[];
  readonly #subjects: SubjectStore;

  constructor(options: {
    dictionary: MetricDictionary;
    idempotency: IdempotencyKeys;
    knex: Knex;
    /** The configured risk tiers. */
    riskTiers: readonly string[];
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#dictionary = options.dictionary;
    this.#idempotency = options.idempotency;
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
    this.#ledger = DatabaseLedger.create({
      knex: options.knex,
      now: this.#now,
    });
    this.#riskTiers = options.riskTiers;
    this.#subjects = options.subjects;
  }

  /** Stores the version and answers its id, or the id it answered before. */
  async register(
    model: KnownModel,
    registration: VersionRegistration,
    options: { actor: Actor; idempotencyKey?: string },
  ): Promise<string> {
    const { actor, idempotencyKey: key } = options;
    const entity = requirePortalHome(model);
    const now = this.#now();
    const version = this.#normalize(registration, accountOf(actor), now);
    const evidence = registration.evidence
      ? normalizeAddition(registration.evidence, {
          dictionary: this.#dictionary,
          riskTiers: this.#riskTiers,
          now,
        })
      : undefined;
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    const toInsert = {
      id: ulid(),
      label: registration.label,
      claimedAuthor: claimedAuthor(
        new Map(registration.tags?.map(tag => [tag.key, tag.value])),
        { isPerson: actor.kind === 'user' || actor.onBehalfOf !== undefined },
      ),
      version,
    };
    const add = (tx: Knex.Transaction, versionId: string) =>
      this.#addEvidence(tx, { model: model.ref, versionId, evidence, actor });
    const insert = () =>
      this.#insert(model.ref, subject.id, toInsert, { now, add });
    if (key === undefined) {
      return await insert();
    }
    const answer = await this.#idempotency.once(
      {
        principal: accountOf(actor),
        key,
        request: { register: model.ref, registration },
      },
      async () => ({
        status: 201,
        // The answer may be lost although the version was stored. Whoever
        // repeats the request is not told that the label is taken.
        body:
          (await this.#findRepeated(subject.id, toInsert, add)) ??
          (await insert()),
      }),
    );
    return readId(answer);
  }

  async #insert(
    model: string,
    subjectId: string,
    version: VersionToWrite,
    { now, add }: { now: Date; add: AddEvidence },
  ): Promise<string> {
    try {
      await this.#knex.transaction(async tx => {
        await insertVersions(
          tx,
          [version],
          { subjectId, sourceType: 'rest' },
          now,
        );
        await add(tx, version.id);
      });
      return version.id;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw await this.#labelTaken(model, subjectId, version.label);
      }
      throw error;
    }
  }

  /** Whoever sent it can tell from the digest whether it is the same version. */
  async #labelTaken(
    model: string,
    subjectId: string,
    label: string,
  ): Promise<ConflictError> {
    const taken = await this.#knex<VersionRow>('version')
      .where({ subject_id: subjectId, label })
      .first('digest', 'gone_since');
    const [digest, state] = taken
      ? [
          ` of the digest '${taken.digest}'`,
          taken.gone_since ? ', which was deleted' : '',
        ]
      : ['', ''];
    return new ConflictError(
      `'${model}' already has a version${digest} with the label '${label}'${state}; versions never change and labels are given once, so give the new one another label`,
    );
  }

  async #findRepeated(
    subjectId: string,
    { label, version }: VersionToWrite,
    add: AddEvidence,
  ): Promise<string | undefined> {
    const { digest, createdBy } = version.content;
    const stored = await this.#knex<VersionRow>('version')
      .where({ subject_id: subjectId, label, digest, source_type: 'rest' })
      .where('created_by', createdBy ?? null)
      // What was deleted meanwhile is not what the caller asks for.
      .whereNull('gone_since')
      .first('id');
    if (stored) {
      // Adds nothing unless the request brings more than the first one did.
      await this.#knex.transaction(tx => add(tx, stored.id));
    }
    return stored?.id;
  }

  async #addEvidence(
    tx: Knex.Transaction,
    options: {
      model: string;
      versionId: string;
      evidence: NormalizedAddition | undefined;
      actor: Actor;
    },
  ): Promise<void> {
    const { evidence, ...about } = options;
    if (evidence) {
      await addEvidence(tx, {
        ...about,
        ledger: this.#ledger,
        addition: evidence,
        now: this.#now(),
      });
    }
  }

  #normalize(
    registration: VersionRegistration,
    createdBy: string,
    now: Date,
  ): NormalizedVersion {
    const { label, digest, createdAt } = registration;
    return normalizeVersion(
      {
        recordVersion: label,
        digest,
        digestStrength: 'reported',
        description: registration.description,
        variant: registration.variant,
        artifactUri: registration.artifactUri,
        runId: registration.runId,
        modelId: registration.modelId,
        createdBy,
        createdAt: createdAt ?? now.toISOString(),
        metrics: (registration.metrics ?? []).map(({ name, ...metric }) => ({
          ...metric,
          rawName: name,
        })),
        params: registration.params ?? [],
        tags: registration.tags ?? [],
        signature: registration.signature,
        components: registration.components ?? [],
        links: registration.links ?? [],
      },
      this.#dictionary,
    );
  }
}

function readId({ body }: Answer): string {
  if (typeof body !== 'string') {
    throw new Error('The stored answer of a registration is no version id');
  }
  return body;
}

function requirePortalHome(model: KnownModel) {
  if (!model.entity) {
    throw new ConflictError(`'${model.ref}' is no longer in the catalog`);
  }
  const home = modelHome(model.entity);
  if (home === undefined) {
    throw new ConflictError(
      `Several registries hold '${model.ref}' and it does not say which is its home; set spec.home`,
    );
  }
  if (home !== PORTAL_HOME) {
    throw new ConflictError(
      `The home of '${model.ref}' is the registry '${home}'; register the version there`,
    );
  }
  return model.entity;
}
