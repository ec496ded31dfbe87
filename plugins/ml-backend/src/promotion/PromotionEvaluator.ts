import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ModelVersion,
  PromotionApprovalRequirement,
} from '@understudy/plugin-ml-common';
import { ownerOf } from '../models/ModelAccess';
import { EffectivePolicy } from '../policy/mergePolicies';
import { approvalWords } from '../policy/policyWords';
import { refWords } from '../policy/refWords';
import { PolicyStage } from '../policy/PromotionPolicy';
import { ContractFacts } from './gates/contractGate';
import { evaluateGates } from './gates/evaluateGates';
import { StoredGateRun } from './gates/StoredGateRun';
import { PromotionDeps } from './PromotionDeps';
import { ApprovalRecord, PromotionRecord } from './PromotionRecord';
import {
  ResolvedRequirement,
  resolveRequirements,
} from './resolveRequirements';
import { subjectDigest } from './subjectDigest';

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
    const policyOf = await this.#deps.policies.readEffective();
    const contracts = new Map<PromotionRecord, ContractFacts | undefined>();
    for (const record of records) {
      const model = models.get(record.model);
      const version = versions.get(record.versionId);
      const policy = model && (await this.#deps.policies.findEffective(model));
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
        contract: contracts.get(record),
        version: required(
          versions.get(record.versionId),
          noVersion(record.versionId),
        ),
      });
    };
  }

  /** As `evaluate`, with what the caller has read already. */
  async judge(options: {
    record: Pick<
      PromotionRecord,
      'toStage' | 'target' | 'requestedBy' | 'gateRuns'
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
      members: this.#deps.members,
    });
    const gateRuns = this.#gateRuns({
      record,
      policy,
      stage,
      version,
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
    record: Pick<PromotionRecord, 'gateRuns'>;
    policy: EffectivePolicy;
    stage: PolicyStage;
    version: ModelVersion;
    contract?: ContractFacts;
  }): StoredGateRun[] {
    const { record, policy, stage, version, contract } = options;
    return evaluateGates({
      stage,
      version,
      contract,
      policyDigest: policy.digest,
      previous: record.gateRuns,
      now: this.#deps.now(),
    });
  }
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
    ({ approval, quorum, groups, eligible, notice, approvers }) => {
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
        separation: ['not-requester'],
        approved,
        satisfied: approved >= quorum,
        ...(notice ? { notice } : {}),
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
