import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  modelHome,
  PORTAL_HOME,
  VERSION_LABEL_PATTERN,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { Answer, IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { SubjectStore } from '../subjects/SubjectStore';
import { MetricDictionary } from './MetricDictionary';
import { Actor, KnownModel } from './RegistryService';
import { normalizeVersion, NormalizedVersion } from './versionContent';
import { VersionRow } from './versionRows';
import { insertVersions, VersionToWrite } from './writeVersions';

const DIGEST_PATTERN = /^sha256:[0-9a-f]{64}$/;
const LABEL_PATTERN = new RegExp(VERSION_LABEL_PATTERN);
/** A label that the API's own path segment would hide. */
const RESERVED_LABELS = ['compare'];

/** Adds versions that builds report, to models whose home is the portal. */
export class VersionRegistrar {
  readonly #dictionary: MetricDictionary;
  readonly #idempotency: IdempotencyKeys;
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;

  constructor(options: {
    dictionary: MetricDictionary;
    idempotency: IdempotencyKeys;
    knex: Knex;
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#dictionary = options.dictionary;
    this.#idempotency = options.idempotency;
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
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
    const version = this.#normalize(registration, actor, now);
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    const toInsert = { id: ulid(), label: registration.label, version };
    const insert = () => this.#insert(model.ref, subject.id, toInsert, now);
    if (key === undefined) {
      return await insert();
    }
    const answer = await this.#idempotency.once(
      {
        principal: actor.ref,
        key,
        request: { register: model.ref, registration },
      },
      async () => ({
        status: 201,
        // The answer may be lost although the version was stored. Whoever
        // repeats the request is not told that the label is taken.
        body:
          (await this.#findRepeated(subject.id, toInsert)) ?? (await insert()),
      }),
    );
    return readId(answer);
  }

  async #insert(
    model: string,
    subjectId: string,
    version: VersionToWrite,
    now: Date,
  ): Promise<string> {
    try {
      await this.#knex.transaction(tx =>
        insertVersions(tx, [version], { subjectId, sourceType: 'rest' }, now),
      );
      return version.id;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `'${model}' already has a version with the label '${version.label}'`,
        );
      }
      throw error;
    }
  }

  async #findRepeated(
    subjectId: string,
    { label, version }: VersionToWrite,
  ): Promise<string | undefined> {
    const { digest, createdBy } = version.content;
    const stored = await this.#knex<VersionRow>('version')
      .where({ subject_id: subjectId, label, digest, source_type: 'rest' })
      .where('created_by', createdBy ?? null)
      .first('id');
    return stored?.id;
  }

  #normalize(
    registration: VersionRegistration,
    actor: Actor,
    now: Date,
  ): NormalizedVersion {
    const { label, digest, createdAt } = registration;
    if (!LABEL_PATTERN.test(label) || RESERVED_LABELS.includes(label)) {
      throw new InputError(
        `label '${label}' is not allowed; a label fits ${VERSION_LABEL_PATTERN} and is none of: ${RESERVED_LABELS.join(', ')}`,
      );
    }
    if (!DIGEST_PATTERN.test(digest)) {
      throw new InputError(
        `digest '${digest}' is not 'sha256:' and 64 hexadecimal digits in lower case`,
      );
    }
    for (const link of registration.links ?? []) {
      if (!/^https?:\/\//i.test(link.url)) {
        throw new InputError(
          `links: '${link.url}' is not an http or https address`,
        );
      }
    }
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
        createdBy: actor.ref,
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
