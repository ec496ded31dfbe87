import {
  Assignment,
  pendingPromotionStates,
  Promotion,
  PromotionAction,
  PromotionSummary,
} from '@understudy/plugin-ml-common';
import { stringifyError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toGateRun } from './gates/StoredGateRun';
import { PromotionDeps } from './PromotionDeps';
import { countApprovals } from './countApprovals';
import { ownerOf } from '../models/ModelAccess';
import { placeOf } from './promotionPlaces';
import { PromotionRecord, stageOf } from './PromotionRecord';
import {
  ResolvedRequirement,
  resolveRequirements,
} from './resolveRequirements';
import { versionAuthor } from './versionAuthor';

/** Who looks at a promotion. */
export interface Viewer {
  /** Ref of the user, or name of the service. */
  account: string;
  /** Signed in as a person, not as a service or through an agent. */
  person: boolean;
  mayApprove: boolean;
  mayCancel: boolean;
  mayRequest: boolean;
  owner: boolean;
}

/** Turns records into what callers see, with what they may do. */
export class PromotionViewer {
  readonly #deps: PromotionDeps;
  readonly #logger: LoggerService;

  constructor(deps: PromotionDeps, logger: LoggerService) {
    this.#deps = deps;
    this.#logger = logger;
  }

  async view(record: PromotionRecord, viewer: Viewer): Promise<Promotion> {
    const approvals = await this.#deps.store.findApprovals(record.id);
    const place = placeOf({
      subjectId: record.subjectId,
      stage: stageOf(record),
      target: record.target,
    });
    const champion = await this.#deps.assignments.findCurrent(place);
    const replaced = await this.#deps.assignments.findReplaced(
      place,
      record.id,
    );
    const resolved = await this.#resolve(record);
    const refusals = refusalsOf(
      record,
      resolved,
      approvals
        .filter(one => one.staleSince === undefined)
        .map(one => one.approver),
      viewer,
    );
    const actions = Object.keys(refusals) as PromotionAction[];
    return {
      ...toPromotionSummary(record),
      digest: record.digest,
      ...optional('reason', record.reason),
      ...optional('reasonDueAt', record.reasonDueAt),
      policyRef: record.policy.ref,
      policyDigest: record.policy.digest,
      subjectDigest: record.subjectDigest,
      ...optional('expiresAt', record.expiresAt),
      gateRuns: record.gateRuns.map(toGateRun),
      requirements: resolved
        ? countApprovals(resolved, approvals)
        : record.requirements,
      approvals: approvals.map(
        ({ promotionId: _, subjectDigest: __, ...approval }) => approval,
      ),
      execution: record.execution,
      ...optional('supersededBy', record.supersededBy),
      ...optional('rollbackOf', record.rollbackOf),
      ...optional('champion', champion && holderOf(champion)),
      ...optional('replaced', replaced && holderOf(replaced)),
      allowedActions: actions.filter(action => refusals[action] === undefined),
      notAllowed: actions.flatMap(action => {
        const reason = refusals[action];
        return reason === undefined ? [] : [{ action, reason }];
      }),
    };
  }

  /** Who may decide now; undefined when the catalog cannot be asked. */
  async #resolve(
    record: PromotionRecord,
  ): Promise<ResolvedRequirement[] | undefined> {
    if (record.state !== 'awaiting_approval') {
      return undefined;
    }
    try {
      const version = (
        await this.#deps.versions.findByIds([record.versionId])
      ).get(record.versionId);
      return await resolveRequirements(stageOf(record).approvals ?? [], {
        owner: await this.#ownerNow(record),
        requester: record.requestedBy,
        author: version ? versionAuthor(version) : { basis: 'unknown' },
        members: this.#deps.members,
      });
    } catch (error) {
      this.#logger.warn(
        `Who may approve promotion '${record.id}' could not be read: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  async #ownerNow(record: PromotionRecord): Promise<string | undefined> {
    const model = await this.#deps.models.getModelForBackgroundWork(
      record.model,
    );
    return model ? ownerOf(model) : record.owner;
  }
}

function holderOf({ versionId, version }: Assignment) {
  return { versionId, version };
}

/** A promotion as lists show it. */
export function toPromotionSummary(record: PromotionRecord): PromotionSummary {
  return {
    id: record.id,
    kind: record.kind,
    model: record.model,
    versionId: record.versionId,
    version: record.version,
    toStage: record.toStage,
    target: record.target,
    requestedBy: record.requestedBy,
    requestedAt: record.requestedAt,
    state: record.state,
    stateSince: record.stateSince,
    revision: record.revision,
    ...optional('waitingFor', record.waitingFor),
  };
}

/** For each action: why the viewer may not do it, or undefined. */
function refusalsOf(
  record: PromotionRecord,
  resolved: ResolvedRequirement[] | undefined,
  decided: string[],
  viewer: Viewer,
): Record<PromotionAction, string | undefined> {
  const state = `It is ${record.state.replaceAll('_', ' ')}`;
  const decide = decideRefusal(record, resolved, viewer);
  const withdrawable = pendingPromotionStates.includes(record.state);
  const cancel = () => {
    if (!viewer.mayCancel) {
      return "You are missing the permission 'ml.promotion.cancel'";
    }
    return record.requestedBy === viewer.account || viewer.owner
      ? undefined
      : 'Only who asked for it, or an owner of the model, can withdraw it';
  };
  const reevaluate = viewer.mayRequest
    ? undefined
    : "You are missing the permission 'ml.promotion.create' on the model";
  return {
    approve:
      decide ??
      (decided.includes(viewer.account) ? 'You have approved it' : undefined),
    reject: decide,
    cancel: withdrawable ? cancel() : state,
    reevaluate: record.state === 'blocked' ? reevaluate : state,
  };
}

function decideRefusal(
  record: PromotionRecord,
  resolved: ResolvedRequirement[] | undefined,
  viewer: Viewer,
): string | undefined {
  if (record.state !== 'awaiting_approval') {
    return `It is ${record.state.replaceAll('_', ' ')}`;
  }
  if (!viewer.person) {
    return 'Only a signed-in person can decide';
  }
  if (record.requestedBy === viewer.account) {
    return 'You asked for this promotion, so somebody else has to decide';
  }
  if (!viewer.mayApprove) {
    return "You are missing the permission 'ml.promotion.approve'";
  }
  if (!resolved) {
    return 'The catalog cannot be asked who may decide; try again';
  }
  if (resolved.some(({ author }) => author.user === viewer.account)) {
    return 'You wrote this version or are said to have, so somebody else has to decide';
  }
  return resolved.some(({ approvers }) => approvers.has(viewer.account))
    ? undefined
    : 'You are in none of the groups that may decide';
}

function optional<K extends string, V>(
  key: K,
  value: V | undefined,
): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
