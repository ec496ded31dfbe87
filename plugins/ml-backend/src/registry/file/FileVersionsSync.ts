import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isModelEntity, ModelEntity } from '@understudy/plugin-ml-common';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { SubjectStore } from '../../subjects/SubjectStore';
import { MetricDictionary } from '../MetricDictionary';
import {
  markOtherFileVersionsGone,
  writeInlineVersions,
} from './writeInlineVersions';

/**
 * Brings the versions that are written beside models' YAML, in
 * `spec.versions`, into the database. The catalog is the source: a version
 * that leaves the file is marked as gone.
 */
export class FileVersionsSync {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #dictionary: MetricDictionary;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    dictionary: MetricDictionary;
    knex: Knex;
    logger: LoggerService;
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#dictionary = options.dictionary;
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#subjects = options.subjects;
  }

  /** Throws when the catalog cannot be read; then nothing is marked as gone. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    const pages = streamInBackground(
      this.#catalog,
      {
        filter: {
          kind: 'Model',
          'spec.versions.label': CATALOG_FILTER_EXISTS,
        },
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'relations',
          'spec.versions',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const seen: string[] = [];
    for await (const page of pages) {
      for (const entity of page.filter(isModelEntity)) {
        options.signal.throwIfAborted();
        seen.push(await this.#syncModel(entity));
      }
    }
    await markOtherFileVersionsGone(this.#knex, seen, this.#now());
  }

  /** Answers the id of the model's subject. */
  async #syncModel(entity: ModelEntity): Promise<string> {
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    try {
      const { problems } = await this.#knex.transaction(tx =>
        writeInlineVersions(tx, {
          subjectId: subject.id,
          versions: entity.spec.versions ?? [],
          dictionary: this.#dictionary,
          now: this.#now(),
        }),
      );
      for (const problem of problems) {
        this.#logger.warn(`'${subject.ref}': ${problem}`);
      }
    } catch (error) {
      // One model's file must not keep the others from being read.
      this.#logger.warn(
        `Versions in the file of '${stringifyEntityRef(entity)}' were not read: ${stringifyError(error)}`,
      );
    }
    return subject.id;
  }
}
