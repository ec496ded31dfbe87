import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ModelVersion,
  normalizeSegment,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { ulid } from 'ulid';
import { AssignmentPlace } from '../assignments/DatabaseAssignmentStore';
import { EffectivePolicy } from '../policy/mergePolicies';
import { PolicyStage } from '../policy/PromotionPolicy';
import { accountOf, Actor } from './Actor';
import { planAlias } from './planAlias';
import { changePromotions } from './changePromotions';
import { PromotionDeps } from './PromotionDeps';
import { PromotionEvaluator } from './PromotionEvaluator';
import { openPromotionStates, placeOf } from './promotionPlaces';
import { PromotionRecord, targetWords } from './PromotionRecord';
import { settlePromotion } from './settlePromotion';

/** What somebody asks for. */
export interface PromotionRequest {
  /** Id or label of the version. */
  version: string;
  stage: string;
  environment?: string;
  segment?: string;
  reason?: string;
}

/**
 * Takes requests for promotions and judges them at once. Knows nothing of
 * permissions; see AuthorizedPromotionService.
 */
export class RequestService {
  readonly #deps: PromotionDeps;
  readonly #evaluator: PromotionEvaluator;

  constructor(deps: PromotionDeps, evaluator: PromotionEvaluator) {
    this.#deps = deps;
    this.#evaluator = evaluator;
  }

  /** Asks for a promotion. Asking again gives the same one. */
  async request(
    model: Entity,
    input: PromotionRequest,
    actor: Actor,
  ): Promise<{ record: PromotionRecord; created: boolean }> {
    const policy = await this.#deps.policies.getEffective(model);
    const stage = findStage(policy, input.stage);
    const target = targetOf(stage, input);
    const { version, subjectId } = await this.#findVersion(
      model,
      input.version,
    );
    const place = placeOf({ subjectId, stage, target });
    const again = await this.#findOpen(place, version.id, actor);
    if (again) {
      return { record: again, created: false };
    }
    await this.#checkPromotable(place, version);
    planAlias({
      stage,
      target,
      place: await this.#deps.records.findPlace(version.id),
    });
    const draft = this.#draft({ model, policy, place, version, input, actor });
    const evaluation = await this.#evaluator.judge({
      record: draft,
      model,
      policy,
      version,
      approvals: [],
    });
    try {
      const record = await changePromotions(this.#deps, actor, async unit => {
        await unit.create(draft, {
          reason: draft.reason,
          after: {
            version: draft.version,
            stage: draft.toStage,
            target: draft.target,
            digest: draft.digest,
          },
        });
        const submitted = await unit.transition(
          draft,
          'submit',
          { submittable: true },
          {
            patch: { subjectDigest: evaluation.subjectDigest },
            detail: {
              verb: 'promotion.submitted',
              after: { subjectDigest: evaluation.subjectDigest },
            },
          },
        );
        return await settlePromotion(
          unit,
          submitted.record,
          evaluation,
          this.#deps.now(),
        );
      });
      return { record, created: true };
    } catch (error) {
      // Somebody asked for the same at the same moment.
      const other = isDatabaseConflictError(error)
        ? await this.#findOpen(place, version.id, actor)
        : undefined;
      if (!other) {
        throw error;
      }
      return { record: other, created: false };
    }
  }

  #draft(options: {
    model: Entity;
    policy: EffectivePolicy;
    place: AssignmentPlace;
    version: ModelVersion;
    input: PromotionRequest;
    actor: Actor;
  }): PromotionRecord {
    const { model, policy, place, version, input, actor } = options;
    const at = this.#deps.now().toISOString();
    return {
      id: ulid(this.#deps.now().getTime()),
      kind: 'promote',
      subjectId: place.subjectId,
      model: stringifyEntityRef(model),
      versionId: version.id,
      version: version.label,
      digest: version.digest,
      toStage: place.stage,
      target: place.target,
      requestedBy: accountOf(actor),
      requestedAt: at,
      reason: input.reason,
      policy,
      subjectDigest: '',
      state: 'draft',
      stateSince: at,
      revision: 1,
      gateRuns: [],
      requirements: [],
      execution: { attempt: 0 },
      fencingToken: 0,
    };
  }

  async #findVersion(
    model: Entity,
    text: string,
  ): Promise<{ version: ModelVersion; subjectId: string }> {
    const ref = stringifyEntityRef(model);
    const subject = await this.#deps.subjects.findByRef(ref);
    const candidates = subject
      ? await this.#deps.versions.findCandidates(subject.id, text)
      : [];
    const id = candidates.find(candidate => candidate.via !== 'alias')?.id;
    const version = id && (await this.#deps.versions.findByIds([id])).get(id);
    if (!subject || !version) {
      throw new NotFoundError(`'${ref}' has no version '${text}'`);
    }
    return { version, subjectId: subject.id };
  }

  async #checkPromotable(
    place: AssignmentPlace,
    version: ModelVersion,
  ): Promise<void> {
    if (version.tombstone) {
      const { deletedAt, deletedBy } = version.tombstone;
      throw new ConflictError(
        `${version.model}@${version.label} was deleted at ${deletedAt} by '${deletedBy}'; promote another version`,
      );
    }
    if (version.goneSince) {
      throw new ConflictError(
        `${version.model}@${version.label} is gone from its registry since ${version.goneSince}`,
      );
    }
    const current = await this.#deps.assignments.findCurrent(place);
    if (current?.versionId === version.id) {
      throw new ConflictError(
        `${version.model}@${version.label} holds ${targetWords(place.target)} already, since ${current.since}`,
      );
    }
  }

  async #findOpen(
    place: AssignmentPlace,
    versionId: string,
    actor: Actor,
  ): Promise<PromotionRecord | undefined> {
    const open = (
      await this.#deps.store.findAt(place, openPromotionStates)
    ).find(
      record =>
        record.versionId === versionId &&
        record.toStage === place.stage &&
        record.kind === 'promote',
    );
    if (open && open.requestedBy !== accountOf(actor)) {
      throw Object.assign(
        new ConflictError(
          `'${open.requestedBy}' has asked for this already: promotion '${open.id}' is '${open.state}'`,
        ),
        { promotionId: open.id, revision: open.revision, state: open.state },
      );
    }
    return open;
  }
}

function findStage(policy: EffectivePolicy, name: string): PolicyStage {
  const stage = policy.stages.find(s => s.name === name);
  if (!stage) {
    throw new InputError(
      `The policy '${policy.ref}' has no stage '${name}'; it has ${policy.stages.map(s => `'${s.name}'`).join(', ')}`,
    );
  }
  return stage;
}

function targetOf(
  stage: PolicyStage,
  input: PromotionRequest,
): PromotionTarget {
  const environment = stage.environment ?? stage.name;
  if (input.environment !== undefined && input.environment !== environment) {
    throw new InputError(
      `The stage '${stage.name}' leads to the environment '${environment}', not to '${input.environment}'`,
    );
  }
  return { environment, segment: normalizeSegment(input.segment ?? '*') };
}
