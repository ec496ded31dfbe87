import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Assignment,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
  PromotionOptions,
  RollbackOption,
  WHOLE_SEGMENT,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import {
  aliasForTarget,
  aliasRules,
  segmentOfAlias,
} from '../policy/aliasForTarget';
import { EffectivePolicy } from '../policy/mergePolicies';
import { PolicyService } from '../policy/PolicyService';
import { approvalWords, gateWords } from '../policy/policyWords';
import { RegistryRecordReader } from '../promotion/RegistryRecordReader';
import { RollbackService } from '../promotion/RollbackService';
import { SubjectStore } from '../subjects/SubjectStore';
import { DatabaseAssignmentStore } from './DatabaseAssignmentStore';

interface WithCredentials {
  credentials: BackstageCredentials;
}

/**
 * What is assigned where, and what may be asked for next. Readable exactly
 * when the model is, and outlives it as all history does.
 */
export class AssignmentService {
  readonly #history: HistoryAccess;
  readonly #models: ModelAccess;
  readonly #subjects: SubjectStore;
  readonly #store: DatabaseAssignmentStore;
  readonly #policies: PolicyService;
  readonly #records: RegistryRecordReader;
  readonly #rollbacks: RollbackService;

  constructor(options: {
    history: HistoryAccess;
    models: ModelAccess;
    subjects: SubjectStore;
    store: DatabaseAssignmentStore;
    policies: PolicyService;
    records: RegistryRecordReader;
    rollbacks: RollbackService;
  }) {
    this.#history = options.history;
    this.#models = options.models;
    this.#subjects = options.subjects;
    this.#store = options.store;
    this.#policies = options.policies;
    this.#records = options.records;
    this.#rollbacks = options.rollbacks;
  }

  /** Assignments of a model, newest first. */
  async list(
    model: string,
    query: {
      when: 'current' | 'history' | { at: string };
      /** Only those of one version. */
      versionId?: string;
      limit: number;
      cursor?: string;
    },
    options: WithCredentials,
  ): Promise<{ items: Assignment[]; nextCursor?: string }> {
    const subjectId = await this.#subjectId(model, options);
    if (subjectId === undefined) {
      return { items: [] };
    }
    const { items, next } = await this.#store.list({
      subjectId,
      when: query.when,
      versionId: query.versionId,
      limit: query.limit,
      before: query.cursor,
    });
    return { items, ...(next ? { nextCursor: next } : {}) };
  }

  /**
   * What can be asked for.
   *
   * @throws ConflictError when no policy applies to the model.
   */
  async promotionOptions(
    model: string,
    options: WithCredentials,
  ): Promise<PromotionOptions> {
    const entity = await this.#models.getModel(model, options);
    const policy = await this.#policies.getEffective(entity);
    const subject = await this.#subjects.findByRef(model);
    const segments = await this.#segments(policy, subject?.id);
    const [mayPromote, mayRollBack] = await Promise.all([
      this.#models.isAllowed(mlPromotionCreatePermission, model, options),
      this.#models.isAllowed(mlPromotionRollbackPermission, model, options),
    ]);
    return {
      model,
      policyRef: policy.ref,
      policyDigest: policy.digest,
      stages: policy.stages.map(stage => ({
        name: stage.name,
        title: stage.name,
        environments: [stage.environment ?? stage.name],
        gates: (stage.gates ?? []).map(gate => ({
          id: gate.id,
          type: gate.type,
          words: gateWords(gate),
        })),
        approvals: (stage.approvals ?? []).map(approval => ({
          id: approval.id,
          words: approvalWords(approval),
        })),
      })),
      segments,
      aliases: policy.stages.flatMap(stage => {
        const environment = stage.environment ?? stage.name;
        return segments.flatMap(segment => {
          const target = { environment, segment };
          const alias = aliasForTarget(aliasRules(stage), target);
          return alias === undefined ? [] : [{ target, alias }];
        });
      }),
      mayPromote,
      mayRollBack,
      ...(mayPromote
        ? {}
        : {
            reason: `You are missing the permission '${mlPromotionCreatePermission.name}' on this model`,
          }),
    };
  }

  /** What a rollback would do at every target that has a champion. */
  async rollbackOptions(
    model: string,
    options: WithCredentials,
  ): Promise<RollbackOption[]> {
    const subjectId = await this.#subjectId(model, options);
    if (subjectId === undefined) {
      return [];
    }
    const { items } = await this.#store.list({
      subjectId,
      when: 'current',
      limit: 200,
    });
    const champions = items.filter(item => item.slot === 'champion');
    return await Promise.all(
      champions.map(async ({ target, stage }) => {
        const { current, previous, underWay } = await this.#rollbacks.situation(
          subjectId,
          target,
        );
        return {
          target,
          stage,
          ...(current
            ? {
                current: {
                  versionId: current.versionId,
                  version: current.version,
                  since: current.since,
                },
              }
            : {}),
          ...(previous
            ? {
                previous: {
                  versionId: previous.versionId,
                  version: previous.version,
                  ...(previous.until ? { until: previous.until } : {}),
                },
              }
            : {}),
          ...(underWay
            ? {
                underWay: {
                  promotionId: underWay.id,
                  version: underWay.version,
                },
              }
            : {}),
        };
      }),
    );
  }

  /** Undefined when nothing was ever recorded for the model. */
  async #subjectId(
    model: string,
    options: WithCredentials,
  ): Promise<string | undefined> {
    await this.#history.require(model, options);
    return (await this.#subjects.findByRef(model))?.id;
  }

  /** Segments seen in assignments or in aliases of the registries. */
  async #segments(
    policy: EffectivePolicy,
    subjectId: string | undefined,
  ): Promise<string[]> {
    if (subjectId === undefined) {
      return [WHOLE_SEGMENT];
    }
    const rules = policy.stages.flatMap(aliasRules);
    const aliases = await this.#records.findAliases(subjectId);
    const seen = [
      ...(await this.#store.findSegments(subjectId)),
      ...aliases.flatMap(alias =>
        rules.flatMap(rule => segmentOfAlias(rule, alias) ?? []),
      ),
    ];
    const others = new Set(seen.filter(segment => segment !== WHOLE_SEGMENT));
    return [WHOLE_SEGMENT, ...[...others].sort()];
  }
}
