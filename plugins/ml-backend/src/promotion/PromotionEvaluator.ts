import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ModelVersion,
  PromotionApprovalRequirement,
} from '@understudy/plugin-ml-common';
import { WantedMetric } from '../evidence/read/readMeasurements';
import { driftsAt } from '../aliases/drift/driftsAt';
import { StoredDrift } from '../aliases/drift/StoredDrift';
import { ownerOf } from '../models/ModelAccess';
import { EffectivePolicy } from '../policy/mergePolicies';
import { approvalWords } from '../policy/policyWords';
import { refWords } from '../policy/refWords';
import { PolicyStage } from '../policy/PromotionPolicy';
import { ContractFacts } from './gates/contractGate';
import { evaluateGates } from './gates/evaluateGates';
import { Measurement } from './gates/metricGate';
import { StoredGateRun } from './gates/StoredGateRun';
import { PromotionDeps } from './PromotionDeps';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';
import {
  ResolvedRequirement,
  resolveRequirements,
} from './resolveRequirements';
import { subjectDigest } from './subjectDigest';
import { versionAuthor } from './versionAuthor';

/** What is true of a promotion at the moment of looking. */
export interface Evaluation {
  policy: EffectivePolicy;
  stage: PolicyStage;
  version: ModelVersion;
  subjectDigest: string;
  gateRuns: StoredGateRun[];
  resolved: ResolvedRequirement[];
  requirements: PromotionApprovalRequirement[];
  blockingGates: number;
  approvalsComplete: boolean;
}

/** Reads everything a promotion depends on and judges it. Writes nothing. */
export class PromotionEvaluator {
  readonly #deps: PromotionDeps;

  constructor(deps: PromotionDeps) {
    this.#deps = deps;
  }

  /** Judges a promotion as things stand. */
  async evaluate(
    record: PromotionRecord,
    approvals: readonly ApprovalRecord[],
  ): Promise<Evaluation> {
    const model = await this.readModel(record.model);
    return await this.judge({
      record,
      model,
      policy: await this.#deps.policies.getEffective(model),
      version: await this.readVersion(record.versionId),
      approvals,
    });
  }

  /**
   * Reads what the gates of some promotions depend on, for all of them at once.
   * What it answers runs the gates of one of them, whoever may approve it.
   */
  async readGates(
    records: readonly PromotionRecord[],
  ): Promise<(record: PromotionRecord) => StoredGateRun[]> {
    const models = await this.#deps.models.getModelsForBackgroundWork(
      records.map(record => record.model),
    );
    const versions = await this.#deps.versions.findByIds(
      records.map(record => record.versionId),
    );
    const drifts = await this.#deps.drifts.findLive(
      records.map(record => record.subjectId),
    );
    const policyOf = await this.#deps.policies.readEffective();
    // A model without a policy is an error of its own promotions only.
    const findPolicy = await this.#deps.policies.readInForce();
    const measurements = await this.#deps.readMeasurements(
      records.map(record => record.versionId),
      [...models.values()].flatMap(
        model => findPolicy(model)?.stages.flatMap(wantedMetrics) ?? [],
      ),
    );
    const contracts = new Map<PromotionRecord, ContractFacts | undefined>();
    for (const record of records) {
      const model = models.get(record.model);
      const version = versions.get(record.versionId);
      const policy = model && findPolicy(model);
      const stage = policy?.stages.find(({ name }) => name === record.toStage);
      if (model && version && stage) {
        contracts.set(
          record,
          await this.#readContract({ record, model, stage, version }),
        );
      }
    }
    return record => {
      const policy = policyOf(
        required(models.get(record.model), noModel(record.model)),
      );
      return this.#gateRuns({
        record,
        policy,
        stage: findStage(policy, record.toStage),
        measurements: measurements.get(record.versionId) ?? [],
        contract: contracts.get(record),
        version: required(
          versions.get(record.versionId),
          noVersion(record.versionId),
        ),
        drifts,
      });
    };
  }

  /** As `evaluate`, with what the caller has read already. */
  async judge(options: {
    record: Pick<
      PromotionRecord,
      'subjectId' | 'toStage' | 'target' | 'requestedBy' | 'gateRuns'
    >;
    model: Entity;
    policy: EffectivePolicy;
    version: ModelVersion;
    approvals: readonly ApprovalRecord[];
  }): Promise<Evaluation> {
    const { record, model, policy, version, approvals } = options;
    const stage = findStage(policy, record.toStage);
    const resolved = await resolveRequirements(stage.approvals ?? [], {
      owner: ownerOf(model),
      requester: record.requestedBy,
      author: versionAuthor(version),
      members: this.#deps.members,
    });
    const measurements = await this.#deps.readMeasurements(
      [version.id],
      wantedMetrics(stage),
    );
    const gateRuns = this.#gateRuns({
      record,
      policy,
      stage,
      version,
      measurements: measurements.get(version.id) ?? [],
      drifts: await this.#deps.drifts.findLive([record.subjectId]),
      contract: await this.#readContract({ record, model, stage, version }),
    });
    const digest = subjectDigest({
      versionId: version.id,
      digest: version.digest,
      stage: stage.name,
      target: record.target,
      policyDigest: policy.digest,
    });
    const requirements = countApprovals(
      resolved,
      approvals.filter(approval => approval.subjectDigest === digest),
    );
    return {
      policy,
      stage,
      version,
      subjectDigest: digest,
      gateRuns,
      resolved,
      requirements,
      blockingGates: gateRuns.filter(run => run.blocks).length,
      approvalsComplete: requirements.every(r => r.satisfied),
    };
  }

  async readModel(ref: string): Promise<Entity> {
    return required(
      await this.#deps.models.getModelForBackgroundWork(ref),
      noModel(ref),
    );
  }

  async readVersion(id: string): Promise<ModelVersion> {
    return required(
      (await this.#deps.versions.findByIds([id])).get(id),
      noVersion(id),
    );
  }

  /** Looked at only where a gate asks for it. */
  async #readContract(options: {
    record: Pick<PromotionRecord, 'target'>;
    model: Entity;
    stage: PolicyStage;
    version: ModelVersion;
  }): Promise<ContractFacts | undefined> {
    const { record, model, stage, version } = options;
    return stage.gates?.some(({ type }) => type === 'contract')
      ? await this.#deps.readContractFacts({
          model,
          versionId: version.id,
          environment: record.target.environment,
          serves: stage.kind === 'serve',
        })
      : undefined;
  }

  #gateRuns(options: {
    record: Pick<PromotionRecord, 'gateRuns' | 'subjectId' | 'target'>;
    policy: EffectivePolicy;
    stage: PolicyStage;
    version: ModelVersion;
    measurements: readonly Measurement[];
    drifts: readonly StoredDrift[];
    contract?: ContractFacts;
  }): StoredGateRun[] {
    const { record, policy, stage, version, contract } = options;
    const { measurements, drifts } = options;
    return evaluateGates({
      stage,
      version,
      measurements,
      contract,
      policyDigest: policy.digest,
      previous: record.gateRuns,
      drifts: driftsAt(record, drifts),
      now: this.#deps.now(),
    });
  }
}

function wantedMetrics(stage: PolicyStage): WantedMetric[] {
  return (stage.gates ?? []).flatMap(gate =>
    gate.type === 'contract' ? [] : [gate.with],
  );
}

function required<T>(found: T | undefined, missing: string): T {
  if (found === undefined) {
    throw new NotFoundError(missing);
  }
  return found;
}

function noModel(ref: string): string {
  return `The model '${ref}' is not in the catalog`;
}

function noVersion(id: string): string {
  return `No version '${id}'`;
}

function findStage(policy: EffectivePolicy, name: string): PolicyStage {
  const stage = policy.stages.find(s => s.name === name);
  if (!stage) {
    throw new NotFoundError(
      `The policy '${policy.ref}' has no stage '${name}' any more`,
    );
  }
  return stage;
}

/** Counts the approvals that still stand against what is required. */
export function countApprovals(
  resolved: readonly ResolvedRequirement[],
  approvals: readonly ApprovalRecord[],
): PromotionApprovalRequirement[] {
  return resolved.map(
    ({
      approval,
      quorum,
      groups,
      eligible,
      notice,
      separationNotice,
      approvers,
    }) => {
      const approved = new Set(
        approvals
          .filter(
            given =>
              given.requirementId === approval.id &&
              given.decision === 'approve' &&
              given.staleSince === undefined &&
              approvers.has(given.approver),
          )
          .map(given => given.approver),
      ).size;
      return {
        id: approval.id,
        title: approval.title ?? approvalWords(approval),
        groups,
        quorum,
        separation: [
          'not-requester',
          ...(approval.separation ?? []).filter(
            rule => rule !== 'not-requester',
          ),
        ],
        approved,
        satisfied: approved >= quorum,
        ...(notice ? { notice } : {}),
        ...(separationNotice ? { separationNotice } : {}),
        eligible,
      };
    },
  );
}

/** Which approvals are missing, in one sentence. */
export function approvalsMissing(
  requirements: readonly PromotionApprovalRequirement[],
): string {
  return requirements
    .filter(requirement => !requirement.satisfied)
    .map(({ quorum, approved, groups, notice, eligible }) => {
      const missing = quorum - approved;
      const wanted = `${missing === 1 ? 'One approval' : `${missing} approvals`} from ${groups.map(refWords).join(' or ') || 'nobody'}`;
      if (eligible === 'nobody') {
        return notice ?? wanted;
      }
      return notice ? `${wanted} (${notice})` : wanted;
    })
    .join('. ');
}
