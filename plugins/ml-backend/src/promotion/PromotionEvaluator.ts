import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ModelVersion,
  PromotionApprovalRequirement,
} from '@understudy/plugin-ml-common';
import { ownerOf } from '../models/ModelAccess';
import { EffectivePolicy } from '../policy/mergePolicies';
import { PolicyStage } from '../policy/PromotionPolicy';
import { evaluateGates } from './gates/evaluateGates';
import {
  GateFactsReader,
  GateFactsRequest,
} from './gates/facts/GateFactsReader';
import { GateFacts } from './gates/GateFacts';
import { StoredGateRun } from './gates/StoredGateRun';
import { countApprovals } from './countApprovals';
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
  readonly #facts: GateFactsReader;

  constructor(deps: PromotionDeps) {
    this.#deps = deps;
    this.#facts = new GateFactsReader(deps);
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
    // A model without a policy is an error of its own promotions only.
    const findPolicy = await this.#deps.policies.readInForce();
    const requests = new Map<string, GateFactsRequest>();
    for (const record of records) {
      const model = models.get(record.model);
      const version = versions.get(record.versionId);
      const policy = model && findPolicy(model);
      const stage = policy?.stages.find(({ name }) => name === record.toStage);
      if (model && version && policy && stage) {
        requests.set(record.id, { record, model, policy, stage, version });
      }
    }
    const facts = await this.#facts.read([...requests.values()]);
    return record => {
      const request = requests.get(record.id);
      const known = request && facts.get(request);
      if (request && known) {
        return this.#gateRuns(request, record, known);
      }
      // One of these is what is missing.
      const model = required(models.get(record.model), noModel(record.model));
      findStage(policyOf(model), record.toStage);
      throw new NotFoundError(noVersion(record.versionId));
    };
  }

  /** Who has to approve a promotion now, and who has; no gate is run for it. */
  async readRequirements(
    record: PromotionRecord,
    approvals: readonly ApprovalRecord[],
  ): Promise<PromotionApprovalRequirement[]> {
    const model = await this.readModel(record.model);
    const policy = await this.#deps.policies.getEffective(model);
    const { requirements } = await this.#resolve({
      record,
      model,
      policy,
      version: await this.readVersion(record.versionId),
      approvals,
    });
    return requirements;
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
    const { record, model, policy, version } = options;
    const stage = findStage(policy, record.toStage);
    const approving = await this.#resolve(options);
    const request = { record, model, policy, stage, version };
    const gateRuns = this.#gateRuns(
      request,
      record,
      await this.#facts.readOne(request),
    );
    return {
      policy,
      stage,
      version,
      gateRuns,
      ...approving,
      blockingGates: gateRuns.filter(run => run.blocks).length,
      approvalsComplete: approving.requirements.every(r => r.satisfied),
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

  async #resolve(options: {
    record: Pick<PromotionRecord, 'toStage' | 'target' | 'requestedBy'>;
    model: Entity;
    policy: EffectivePolicy;
    version: ModelVersion;
    approvals: readonly ApprovalRecord[];
  }): Promise<Pick<Evaluation, 'resolved' | 'requirements' | 'subjectDigest'>> {
    const { record, model, policy, version, approvals } = options;
    const stage = findStage(policy, record.toStage);
    const resolved = await resolveRequirements(stage.approvals ?? [], {
      owner: ownerOf(model),
      requester: record.requestedBy,
      author: versionAuthor(version),
      members: this.#deps.members,
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
    return { resolved, requirements, subjectDigest: digest };
  }

  #gateRuns(
    { policy, stage, version }: GateFactsRequest,
    { gateRuns }: Pick<PromotionRecord, 'gateRuns'>,
    facts: GateFacts,
  ): StoredGateRun[] {
    return evaluateGates({
      stage,
      version,
      facts,
      policyDigest: policy.digest,
      previous: gateRuns,
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
