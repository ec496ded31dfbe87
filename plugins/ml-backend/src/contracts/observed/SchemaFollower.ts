import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { LineageEntitySchemas } from '@understudy/plugin-lineage-common';
import { LineageService } from '@understudy/plugin-lineage-node';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { isNotFound } from '../consumers/LineageConsumers';
import { Observation, ObservationStore } from './ObservationStore';

/** Entities that are asked for at once, and pages of one run. */
const PAGE = 200;
const MOST_PAGES = 100;

/** Whose data has a schema. What models take, their signatures say. */
const KINDS = /^(dataset|featureview):/;

/**
 * Follows what lineage says of schemas, from where it stopped the last time.
 * While lineage does not answer, all that it said before stays.
 */
export class SchemaFollower {
  readonly #lineage: LineageService;
  readonly #logger: LoggerService;
  readonly #models: ModelAccess;
  readonly #observations: ObservationStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    lineage: LineageService;
    logger: LoggerService;
    models: ModelAccess;
    observations: ObservationStore;
    subjects: SubjectStore;
  }) {
    this.#lineage = options.lineage;
    this.#logger = options.logger;
    this.#models = options.models;
    this.#observations = options.observations;
    this.#subjects = options.subjects;
  }

  /** @returns whether anything was said that was not known. */
  async run(options: { signal?: AbortSignal } = {}): Promise<boolean> {
    let isNews = false;
    let { cursor } = await this.#observations.readFeed();
    for (let page = 0; page < MOST_PAGES; page++) {
      options.signal?.throwIfAborted();
      const answer = await this.#ask(cursor, options.signal);
      if (!answer) {
        return isNews;
      }
      const observed = await this.#toSubjects(answer.items);
      await this.#observations.writePage(observed, answer.cursor);
      isNews ||= observed.size > 0;
      if (!answer.more || answer.cursor === cursor) {
        return isNews;
      }
      cursor = answer.cursor;
    }
    return isNews;
  }

  async #ask(cursor: string | undefined, signal: AbortSignal | undefined) {
    try {
      return await this.#lineage.getSchemas(
        { limit: PAGE, ...(cursor !== undefined && { cursor }) },
        { signal },
      );
    } catch (error) {
      if (isNotFound(error)) {
        // Lineage is not installed, or of a version that does not tell.
        return undefined;
      }
      await this.#observations.noteFailure();
      this.#logger.warn(
        `Contracts stay as they were, as lineage does not tell which schemas are observed: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  /** By subject the schema that was observed last; of what is not in the catalog nothing. */
  async #toSubjects(
    items: readonly LineageEntitySchemas[],
  ): Promise<Map<string, Observation | undefined>> {
    const observed = new Map<string, Observation | undefined>();
    const followed = items.filter(({ entityRef }) => KINDS.test(entityRef));
    const entities = await this.#models.getModelsForBackgroundWork(
      followed.map(({ entityRef }) => entityRef),
    );
    for (const { entityRef, schemas } of followed) {
      const entity = entities.get(entityRef);
      const subject = entity
        ? await this.#subjects.ensure(subjectEntityOf(entity))
        : await this.#subjects.findByRef(entityRef);
      if (subject) {
        observed.set(subject.id, schemas[0]);
      }
    }
    return observed;
  }
}
