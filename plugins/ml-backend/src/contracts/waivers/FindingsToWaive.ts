import { ConflictError, InputError } from '@backstage/errors';
import { contractRules } from '@understudy/contracts';
import { WaivedFinding } from '@understudy/plugin-ml-common';
import { ModelAccess, ownerOf } from '../../models/ModelAccess';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ConsumerReader } from '../consumers/ConsumerReader';
import { KnownConsumer } from '../consumers/KnownConsumer';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { EARLY_REMOVAL, usesField } from './engineWaivers';
import { FindingToWaive, WaivedSubject } from './WaiverService';

/** A number stands for one content for good: no owner can consent to another. */
const NEVER_WAIVED = ['VERSION_NOT_BUMPED', 'VERSION_REUSED_DIGEST'];
const RULES = new Set(contractRules.map(({ id }) => id));

/** Finds out who is hit by what shall be waived, and who so has to decide. */
export class FindingsToWaive {
  readonly #consumers: ConsumerReader;
  readonly #models: ModelAccess;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;

  constructor(options: {
    consumers: ConsumerReader;
    models: ModelAccess;
    store: DatabaseContractStore;
    subjects: SubjectStore;
  }) {
    this.#consumers = options.consumers;
    this.#models = options.models;
    this.#store = options.store;
    this.#subjects = options.subjects;
  }

  /**
   * A field that goes early hits all who use it, so that all their owners are
   * asked. Throws InputError for what cannot be waived, and ConflictError where
   * nobody is there who could.
   */
  async read(
    subject: WaivedSubject,
    findings: readonly WaivedFinding[],
  ): Promise<FindingToWaive[]> {
    findings.forEach((finding, index) =>
      requireWaivable(finding, `body.findings.${index}`, subject.ref),
    );
    const early = findings.filter(
      ({ ruleId, consumer }) =>
        ruleId === EARLY_REMOVAL && consumer === undefined,
    );
    const users = early.length > 0 ? await this.#readConsumers(subject) : [];
    const hit = findings.flatMap(finding =>
      early.includes(finding)
        ? users
            .filter(
              user => user.owner !== undefined && usesField(user, finding),
            )
            .map(({ consumer }) => ({ ...finding, consumer }))
        : [finding],
    );
    if (hit.length === 0) {
      throw new ConflictError(
        `Nobody with an owner is known to use ${early.map(({ path }) => `'${path}'`).join(', ')}, so there is nobody to ask`,
      );
    }
    return await this.#withDeciders(subject, hit);
  }

  async #readConsumers(subject: WaivedSubject): Promise<KnownConsumer[]> {
    const history = await this.#store.readHistory({
      subjectId: subject.id,
      providerId: '',
    });
    const entity = await this.#models.getModelForBackgroundWork(subject.ref);
    const { consumers } = await this.#consumers.read(
      { ref: subject.ref, subjectId: subject.id, entity },
      history,
    );
    return consumers;
  }

  async #withDeciders(
    subject: WaivedSubject,
    hit: readonly WaivedFinding[],
  ): Promise<FindingToWaive[]> {
    const entities = await this.#models.getModelsForBackgroundWork([
      subject.ref,
      ...hit.flatMap(({ consumer }) => consumer ?? []),
    ]);
    const ids = new Map<string, string>();
    const waived: FindingToWaive[] = [];
    for (const finding of hit) {
      const ref = finding.consumer ?? subject.ref;
      const entity = entities.get(ref);
      const decider = entity && ownerOf(entity);
      if (!entity || decider === undefined) {
        throw new ConflictError(
          `'${ref}' has no owner, so nobody can grant a waiver for it; give it an owner first`,
        );
      }
      if (finding.consumer !== undefined && !ids.has(ref)) {
        const { id } = await this.#subjects.ensure(subjectEntityOf(entity));
        ids.set(ref, id);
      }
      waived.push({
        ...finding,
        decider,
        ...(finding.consumer !== undefined && { consumerId: ids.get(ref) }),
      });
    }
    return waived;
  }
}

function requireWaivable(
  { ruleId, consumer, path }: WaivedFinding,
  place: string,
  provider: string,
): void {
  if (!RULES.has(ruleId)) {
    throw new InputError(
      `${place}.ruleId is '${ruleId}', which is no rule; send that of a finding`,
    );
  }
  if (NEVER_WAIVED.includes(ruleId)) {
    throw new InputError(
      `${place}.ruleId is '${ruleId}', which nobody can waive; give the change a number of its own`,
    );
  }
  if (consumer === provider) {
    throw new InputError(
      `${place}.consumer is '${consumer}', the provider itself; leave it out for what is found between versions`,
    );
  }
  if (ruleId === EARLY_REMOVAL && path === '') {
    throw new InputError(
      `${place}.path is '', and has to name the field that goes early`,
    );
  }
}
