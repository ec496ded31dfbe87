import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { accountOf, Actor } from '../promotion/Actor';
import { IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { VersionRow } from '../registry/versionRows';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { Subject, SubjectStore } from '../subjects/SubjectStore';
import { NewDataVersion } from './dataVersionRequests';
import { writeDataVersion } from './writeDataVersion';

/**
 * Adds versions of feature views and datasets that builds and jobs report.
 * Whoever calls it has decided that the caller may.
 */
export class DataVersionRegistrar {
  readonly #idempotency: IdempotencyKeys;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;

  constructor(options: {
    idempotency: IdempotencyKeys;
    knex: Knex;
    ledger: DatabaseLedger;
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#idempotency = options.idempotency;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now ?? (() => new Date());
    this.#subjects = options.subjects;
  }

  /**
   * Stores the version and answers its id, or the id it answered before.
   * Throws ConflictError when the label is taken: nothing is overwritten.
   */
  async register(
    entity: Entity,
    version: NewDataVersion,
    options: { actor: Actor; idempotencyKey?: string },
  ): Promise<string> {
    const { actor, idempotencyKey: key } = options;
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    if (key === undefined) {
      return await this.#insert(subject, version, actor);
    }
    const { body } = await this.#idempotency.once(
      {
        principal: accountOf(actor),
        key,
        request: { register: subject.ref, version },
      },
      async () => ({
        status: 201,
        // The answer may be lost although the version was stored. Whoever
        // repeats the request is not told that the label is taken.
        body:
          (await this.#findRepeated(subject, version, actor)) ??
          (await this.#insert(subject, version, actor)),
      }),
    );
    if (typeof body !== 'string') {
      throw new Error('The stored answer of a registration is no version id');
    }
    return body;
  }

  async #insert(
    subject: Subject,
    version: NewDataVersion,
    actor: Actor,
  ): Promise<string> {
    try {
      return await this.#knex.transaction(tx =>
        writeDataVersion(tx, {
          subject,
          version,
          sourceType: 'rest',
          actor,
          createdBy: accountOf(actor),
          ledger: this.#ledger,
          now: this.#now(),
        }),
      );
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `'${subject.ref}' already has a version with the label '${version.registration.label}'; give the new one another label`,
        );
      }
      throw error;
    }
  }

  async #findRepeated(
    subject: Subject,
    { registration: { label }, digest }: NewDataVersion,
    actor: Actor,
  ): Promise<string | undefined> {
    const stored = await this.#knex<VersionRow>('version')
      .where({
        subject_id: subject.id,
        label,
        digest,
        source_type: 'rest',
        created_by: accountOf(actor).slice(0, 250),
      })
      .first('id');
    return stored?.id;
  }
}
