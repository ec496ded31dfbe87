import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FeatureViewEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { systemActor } from '../promotion/Actor';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { SubjectStore } from '../subjects/SubjectStore';
import { DeclaredDefinition, declaredDefinition } from './declaredDefinition';
import { definitionDigest } from './definitionDigest';
import { nextDefinition } from './nextDefinition';
import { readStoredDefinitions } from './readStoredDefinitions';
import { writeDataVersion } from './writeDataVersion';

/** A feature view whose declared definition is not stored yet. */
interface Pending {
  view: FeatureViewEntity;
  declared: DeclaredDefinition;
  digest: string;
  label: string;
}

/**
 * Keeps a version of every definition that feature views declare in the
 * catalog: whoever changes the fields of a view makes a version of it, whether
 * they say so or not.
 */
export class FeatureViewVersionSync {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    knex: Knex;
    ledger: DatabaseLedger;
    logger: LoggerService;
    subjects: SubjectStore;
    now?: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#subjects = options.subjects;
  }

  /** Throws when the catalog cannot be read. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    const pages = streamInBackground(
      this.#catalog,
      {
        filter: { kind: 'FeatureView' },
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'relations',
          'spec.fields',
          'spec.joinKeys',
          'spec.derivedFrom',
          'spec.ttl',
          'spec.versions',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      options.signal.throwIfAborted();
      for (const pending of await this.#findPending(
        page.filter(isFeatureViewEntity),
      )) {
        await this.#add(pending);
      }
    }
  }

  async #findPending(views: readonly FeatureViewEntity[]): Promise<Pending[]> {
    const declaring = views.flatMap(view => this.#readDeclared(view));
    const subjects = await this.#subjects.findByRefs(
      declaring.map(({ view }) => stringifyEntityRef(view)),
    );
    const storedOf = await readStoredDefinitions(
      this.#knex,
      declaring.flatMap(({ view, declared }) => {
        const subject = subjects.get(stringifyEntityRef(view));
        return subject
          ? [{ subjectId: subject.id, label: declared.label }]
          : [];
      }),
    );
    return declaring.flatMap(({ view, declared, digest }) => {
      const subject = subjects.get(stringifyEntityRef(view));
      const label = nextDefinition({
        declared: { label: declared.label, digest },
        ...storedOf(subject?.id),
      });
      return label === undefined ? [] : [{ view, declared, digest, label }];
    });
  }

  #readDeclared(view: FeatureViewEntity): Omit<Pending, 'label'>[] {
    try {
      const declared = declaredDefinition(view);
      return declared
        ? [{ view, declared, digest: definitionDigest(declared.definition) }]
        : [];
    } catch (error) {
      this.#logger.warn(
        `The definition of '${stringifyEntityRef(view)}' cannot be read: ${stringifyError(error)}`,
      );
      return [];
    }
  }

  async #add({ view, declared, digest, label }: Pending): Promise<void> {
    const ref = stringifyEntityRef(view);
    try {
      const subject = await this.#subjects.ensure(subjectEntityOf(view));
      await this.#knex.transaction(tx =>
        writeDataVersion(tx, {
          subject,
          version: {
            registration: { label, description: declared.description },
            digest,
            digestStrength: 'record',
            facts: { definition: declared.definition },
          },
          sourceType: 'entity',
          actor: systemActor,
          ledger: this.#ledger,
          now: this.#now(),
        }),
      );
    } catch (error) {
      // One view must not keep the others from being read; the next run tries
      // again, for instance when somebody took the label at the same moment.
      this.#logger.warn(
        `The definition of '${ref}' was not stored as version '${label}': ${stringifyError(error)}`,
      );
    }
  }
}
