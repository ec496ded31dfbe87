import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { canonicalJson } from '@understudy/contracts';
import { Subject, SubjectStore } from '../../subjects/SubjectStore';
import { sha256 } from '../publish/contractDigest';
import { declaredFields } from '../sources/fieldsContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { SightingStore } from '../store/SightingStore';
import { ObservationJudge, OBSERVED } from './ObservationJudge';
import { ObservationStore } from './ObservationStore';

/**
 * Compares contracts with what lineage observed, whenever one of the two has
 * changed. Reads a few digests of each page of entities otherwise.
 */
export class ObservedContracts {
  readonly #judge: ObservationJudge;
  readonly #logger: LoggerService;
  readonly #observations: ObservationStore;
  readonly #sightings: SightingStore;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    judge: ObservationJudge;
    logger: LoggerService;
    observations: ObservationStore;
    sightings: SightingStore;
    store: DatabaseContractStore;
    subjects: SubjectStore;
  }) {
    this.#judge = options.judge;
    this.#logger = options.logger;
    this.#observations = options.observations;
    this.#sightings = options.sightings;
    this.#store = options.store;
    this.#subjects = options.subjects;
  }

  /** After what the entities declare was read. One that is wrong does not stop the others. */
  async read(
    entities: readonly Entity[],
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    const subjects = await this.#subjects.findByRefs(
      entities.map(entity => stringifyEntityRef(entity)),
    );
    const ids = [...subjects.values()].map(({ id }) => id);
    const observed = await this.#observations.readDigests(ids);
    const seen = await this.#sightings.readDigests(ids);
    const offers = await this.#store.readOffers([...observed.keys()]);
    for (const entity of entities) {
      options.signal?.throwIfAborted();
      const subject = subjects.get(stringifyEntityRef(entity));
      const known = subject && seen.get(subject.id)?.get(OBSERVED);
      const digest = subject && observed.get(subject.id);
      if (!subject || (digest === undefined && known === undefined)) {
        continue;
      }
      const now =
        digest === undefined
          ? undefined
          : stateOf(entity, digest, offers.get(subject.id));
      if (now !== known) {
        await this.#judgeOne(subject, entity, now);
      }
    }
  }

  async #judgeOne(
    subject: Subject,
    entity: Entity,
    digest: string | undefined,
  ): Promise<void> {
    try {
      const observation = await this.#observations.find(subject.id);
      if (observation && digest !== undefined) {
        await this.#judge.judge({ subject, entity, observation, digest });
      } else {
        await this.#sightings.remove(subject.id, [OBSERVED]);
      }
    } catch (error) {
      this.#logger.warn(
        `The contract of '${subject.ref}' was not compared with what was observed: ${stringifyError(error)}`,
      );
    }
  }
}

/** All that the comparison depends on. */
function stateOf(
  entity: Entity,
  digest: string,
  offers: string | undefined,
): string {
  return sha256(
    canonicalJson([
      digest,
      offers ?? '',
      declaredFields(entity).length > 0,
      entity.spec?.lifecycle === 'production',
    ]),
  );
}
