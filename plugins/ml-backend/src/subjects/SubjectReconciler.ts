import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_PREVIOUS_REFS,
  previousRefs,
} from '@understudy/plugin-ml-common';
import { doInBackground, streamInBackground } from '@understudy/plugin-ml-node';
import { ownerOf } from '../models/ModelAccess';
import { Subject, SubjectStore } from './SubjectStore';

const PAGE_SIZE = 100;

/**
 * Compares subjects with the catalog: follows renames, notes deletions and
 * keeps the last owner. A catalog that cannot be read changes nothing.
 */
export class SubjectReconciler {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #subjects: SubjectStore;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    subjects: SubjectStore;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#subjects = options.subjects;
  }

  async run(options?: { signal?: AbortSignal }): Promise<void> {
    const successors = await this.#readSuccessors();
    let after: string | undefined;
    do {
      options?.signal?.throwIfAborted();
      const page = await this.#subjects.list({ after, limit: PAGE_SIZE });
      await this.#reconcile(page, successors);
      after = page.length === PAGE_SIZE ? page.at(-1)?.id : undefined;
    } while (after);
  }

  async #reconcile(
    page: Subject[],
    successors: Map<string, string>,
  ): Promise<void> {
    if (page.length === 0) {
      return;
    }
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await doInBackground(() =>
      this.#catalog.getEntitiesByRefs(
        {
          entityRefs: page.map(subject => subject.ref),
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials },
      ),
    );
    const changes: Parameters<SubjectStore['setPresence']>[0] = [];
    for (const [index, subject] of page.entries()) {
      const entity = items[index];
      if (entity) {
        const owner = ownerOf(entity);
        if (subject.deletedAt || owner !== subject.lastOwner) {
          changes.push({ id: subject.id, owner, present: true });
        }
        continue;
      }
      const successor = successors.get(subject.ref);
      if (successor && (await this.#rename(subject, successor))) {
        continue;
      }
      if (!subject.deletedAt) {
        changes.push({ id: subject.id, present: false });
      }
    }
    await this.#subjects.setPresence(changes);
  }

  async #rename(subject: Subject, ref: string): Promise<boolean> {
    const renamed = await this.#subjects.rename(subject.id, ref);
    if (renamed) {
      this.#logger.info(`Followed the rename of '${subject.ref}' to '${ref}'`);
    } else {
      this.#logger.warn(
        `'${ref}' says it was '${subject.ref}', but both have a history; they are kept apart`,
      );
    }
    return renamed;
  }

  /** Former ref to present ref, of every entity that names a former one. */
  async #readSuccessors(): Promise<Map<string, string>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const successors = new Map<string, string>();
    const pages = streamInBackground(
      this.#catalog,
      {
        filter: {
          kind: ['Model', 'FeatureView', 'Dataset'],
          [`metadata.annotations.${ANNOTATION_PREVIOUS_REFS}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        for (const previous of previousRefs(entity)) {
          successors.set(previous, stringifyEntityRef(entity));
        }
      }
    }
    return successors;
  }
}
