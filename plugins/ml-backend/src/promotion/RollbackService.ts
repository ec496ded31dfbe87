import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  activePromotionStates,
  Assignment,
  normalizeSegment,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { ulid } from 'ulid';
import { AssignmentPlace } from '../assignments/DatabaseAssignmentStore';
import { accountOf, Actor } from './Actor';
import { AliasMover } from './AliasMover';
import { planAlias } from './planAlias';
import { changePromotions } from './changePromotions';
import { PromotionDeps } from './PromotionDeps';
import { openPromotionStates } from './promotionPlaces';
import { PromotionRecord, stageOf } from './PromotionRecord';
import { PromotionUnit } from './PromotionUnit';
import { subjectDigest } from './subjectDigest';

const REASON_DUE_MS = 24 * 3600 * 1000;
const ALIAS_CHECK_SECONDS = 75;
const ATTEMPTS = 5;

/** What somebody wants back. */
export interface RollbackRequest {
  environment: string;
  segment?: string;
  /** Label or id; left out: the champion before. */
  version?: string;
  /** Label or id of the champion to get rid of; a guard against clicking twice. */
  replaces?: string;
  reason?: string;
}

/** What is at a target, what is moving there, and what a rollback restores. */
export interface RollbackSituation {
  place: AssignmentPlace;
  current?: Assignment;
  underWay?: PromotionRecord;
  previous?: Assignment;
}

/**
 * Rolls back. It asks nobody: no approval, no gate, no queue; a promotion that
 * is moving the target is stopped. Knows nothing of permissions.
 */
export class RollbackService {
  readonly #deps: PromotionDeps;
  readonly #aliases: AliasMover;

  constructor(deps: PromotionDeps, aliases: AliasMover) {
    this.#deps = deps;
    this.#aliases = aliases;
  }

  /** What a rollback at a target would do now. */
  async situation(
    subjectId: string,
    target: PromotionTarget,
  ): Promise<RollbackSituation> {
    const anyStage: AssignmentPlace = {
      subjectId,
      stage: '',
      target,
      slot: 'champion',
    };
    const [underWay] = await this.#deps.store.findAt(
      anyStage,
      activePromotionStates,
    );
    const current = await this.#deps.assignments.findCurrent(anyStage);
    const place = {
      ...anyStage,
      stage: current?.stage ?? underWay?.toStage ?? '',
    };
    // Who rolls back while a version is moving in wants back what is there.
    const previous =
      current &&
      underWay?.kind === 'promote' &&
      underWay.versionId !== current.versionId
        ? current
        : current && (await this.#deps.assignments.findPrevious(place));
    return {
      place,
      ...(current ? { current } : {}),
      ...(underWay ? { underWay } : {}),
      ...(previous ? { previous } : {}),
    };
  }

  /** Starts a rollback; it is recorded when this answers. */
  async rollBack(
    model: string,
    request: RollbackRequest,
    actor: Actor,
  ): Promise<PromotionRecord> {
    const subject = await this.#deps.subjects.findByRef(model);
    if (!subject) {
      throw new NotFoundError(`'${model}' has no versions`);
    }
    const target = {
      environment: request.environment,
      segment: normalizeSegment(request.segment ?? '*'),
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(subject.id, target, request, actor);
      } catch (error) {
        // Somebody changed a promotion that had to be stopped: look again.
        const lostRace = error instanceof ConflictError && 'revision' in error;
        if (!lostRace || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async #attempt(
    subjectId: string,
    target: PromotionTarget,
    request: RollbackRequest,
    actor: Actor,
  ): Promise<PromotionRecord> {
    const situation = await this.situation(subjectId, target);
    await this.#checkReplaces(situation, request);
    const wanted = await this.#wantedVersion(situation, request);
    const { underWay, current, place } = situation;
    if (underWay?.kind === 'rollback' && underWay.versionId === wanted.id) {
      return underWay;
    }
    const undone =
      underWay ??
      (current && (await this.#deps.store.find(current.promotionId)));
    if (!undone) {
      throw new NotFoundError(
        `Nothing was ever promoted to ${target.environment} · ${target.segment}`,
      );
    }
    const record = await this.#record({
      wanted,
      undone,
      request,
      actor,
      place,
    });
    return await changePromotions(this.#deps, actor, async unit => {
      await this.#preempt(unit, place, record);
      return await start(unit, record);
    });
  }

  async #checkReplaces(
    { current, underWay }: RollbackSituation,
    { replaces }: RollbackRequest,
  ): Promise<void> {
    const holders = [
      underWay && { id: underWay.versionId, label: underWay.version },
      current && { id: current.versionId, label: current.version },
    ];
    if (
      replaces !== undefined &&
      !holders.some(h => h && (h.id === replaces || h.label === replaces))
    ) {
      throw new ConflictError(
        `Version '${replaces}' is not there any more: the champion is ${current ? `'${current.version}'` : 'nobody'} now`,
      );
    }
  }

  async #wantedVersion(
    { place, current, underWay, previous }: RollbackSituation,
    request: RollbackRequest,
  ): Promise<{ id: string }> {
    const where = `${place.target.environment} · ${place.target.segment}`;
    if (request.version === undefined) {
      if (!previous) {
        throw new ConflictError(
          `There is nothing to roll back to at ${where}: ${current ? `'${current.version}' is the only champion it had` : 'no version is assigned there'}`,
        );
      }
      return { id: previous.versionId };
    }
    const candidates = await this.#deps.versions.findCandidates(
      place.subjectId,
      request.version,
    );
    const found = candidates.find(candidate => candidate.via !== 'alias');
    if (!found) {
      throw new NotFoundError(`The model has no version '${request.version}'`);
    }
    if (!(await this.#deps.assignments.everHeld(place, found.id))) {
      throw new ConflictError(
        `Version '${request.version}' was never champion at ${where}, so it cannot be rolled back to; ask for a promotion`,
      );
    }
    if (!underWay && current?.versionId === found.id) {
      throw new ConflictError(
        `Version '${request.version}' is the champion at ${where} already`,
      );
    }
    return found;
  }

  async #record(options: {
    wanted: { id: string };
    undone: PromotionRecord;
    request: RollbackRequest;
    actor: Actor;
    place: AssignmentPlace;
  }): Promise<PromotionRecord> {
    const { wanted, undone, request, actor, place } = options;
    const version = (await this.#deps.versions.findByIds([wanted.id])).get(
      wanted.id,
    );
    if (!version) {
      throw new NotFoundError(`No version '${wanted.id}'`);
    }
    if (version.tombstone) {
      throw new ConflictError(
        `Version '${version.label}' was deleted at ${version.tombstone.deletedAt}, so there is nothing to roll back to; name another version that was champion there`,
      );
    }
    // The alias that was moved there is the one to move back, so the rules
    // are those the undone promotion was made under, not those of today.
    const alias = planAlias({
      stage: stageOf(undone),
      target: place.target,
      place: await this.#deps.records.findPlace(version.id),
    });
    const manualCommand = alias && this.#aliases.manualCommand(alias);
    const at = this.#deps.now();
    return {
      id: ulid(at.getTime()),
      kind: 'rollback',
      subjectId: place.subjectId,
      model: undone.model,
      owner: undone.owner,
      versionId: version.id,
      version: version.label,
      digest: version.digest,
      toStage: undone.toStage,
      target: place.target,
      requestedBy: accountOf(actor),
      requestedAt: at.toISOString(),
      reason: request.reason,
      reasonDueAt: request.reason
        ? undefined
        : new Date(at.getTime() + REASON_DUE_MS).toISOString(),
      policy: undone.policy,
      subjectDigest: subjectDigest({
        versionId: version.id,
        digest: version.digest,
        stage: undone.toStage,
        target: place.target,
        policyDigest: undone.policy.digest,
      }),
      state: 'draft',
      stateSince: at.toISOString(),
      revision: 1,
      gateRuns: [],
      requirements: [],
      execution: {
        attempt: 0,
        startedAt: at.toISOString(),
        ...(alias ? { alias } : {}),
        ...(manualCommand ? { manualCommand } : {}),
      },
      waitingFor: alias
        ? `Moving '${alias.alias}' in ${this.#aliases.title(alias)}`
        : undefined,
      rollbackOf: undone.id,
      fencingToken: 0,
      nextAttemptAt: at.toISOString(),
    };
  }

  /** Stops everything that waits for, or is moving, the same target. */
  async #preempt(
    unit: PromotionUnit,
    place: AssignmentPlace,
    rollback: PromotionRecord,
  ): Promise<void> {
    const open = await this.#deps.store.findAt(
      place,
      openPromotionStates,
      unit.trx,
    );
    const words = `A rollback to ${rollback.model}@${rollback.version} came first`;
    for (const other of open) {
      const patch = {
        supersededBy: rollback.id,
        waitingFor: undefined,
        nextAttemptAt: undefined,
        // Whoever works on it now may not write any more.
        fencingToken: other.fencingToken + 1,
      };
      if (activePromotionStates.includes(other.state)) {
        await this.#abort(unit, other, patch, words);
      } else {
        await unit.transition(
          other,
          'supersede',
          { supersedable: true },
          {
            patch,
            detail: {
              verb: 'promotion.superseded',
              after: { by: rollback.id },
              words,
            },
          },
        );
      }
    }
  }

  /** The rollback itself is the compensation of what it stops. */
  async #abort(
    unit: PromotionUnit,
    other: PromotionRecord,
    patch: Partial<PromotionRecord>,
    words: string,
  ): Promise<void> {
    const compensating =
      other.state === 'compensating'
        ? other
        : (await unit.transition(other, 'abort', { operator: true })).record;
    await unit.transition(
      compensating,
      'compensation.done',
      { aborting: true },
      {
        patch,
        detail: {
          verb: 'promotion.aborted',
          after: { by: patch.supersededBy },
          words,
        },
        messages: [
          {
            // A call to the registry may still be on its way.
            delaySeconds: ALIAS_CHECK_SECONDS,
            message: { kind: 'alias-check', promotionId: other.id },
          },
        ],
      },
    );
  }
}

/** Takes a rollback through its life cycle up to its execution. */
async function start(
  unit: PromotionUnit,
  draft: PromotionRecord,
): Promise<PromotionRecord> {
  await unit.create(draft, {
    reason: draft.reason,
    after: {
      kind: draft.kind,
      version: draft.version,
      target: draft.target,
      rollbackOf: draft.rollbackOf,
    },
  });
  const { record: submitted } = await unit.transition(draft, 'submit', {
    submittable: true,
  });
  const { record: approved } = await unit.transition(submitted, 'gates.done', {
    blockingGates: 0,
    approvalsComplete: true,
  });
  const { record: executing } = await unit.transition(
    approved,
    'execute',
    { recheckPassed: true },
    {
      detail: {
        verb: 'promotion.executing',
        after: { ...draft.execution },
        reason: draft.reason,
      },
      messages: draft.reasonDueAt
        ? [
            {
              delaySeconds: REASON_DUE_MS / 1000,
              message: { kind: 'reason-reminder', promotionId: draft.id },
            },
          ]
        : [],
    },
  );
  return executing;
}
