import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  AliasChange,
  AliasDrift,
  Assignment,
  CreatedRegistryToken,
  FoundVersionPage,
  LedgerEvent,
  LedgerPage,
  ModelListItem,
  ModelPage,
  ModelVersion,
  ModelVersionPage,
  Promotion,
  PromotionOptions,
  PromotionPage,
  RegistrySourceStatus,
  RegistryToken,
  RollbackOption,
  VersionComparison,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { MlApi } from '../api/MlApi';
import {
  AliasDriftDecision,
  AliasHistoryPage,
  AliasHistoryQuery,
  FoundVersionQuery,
  RegistryTokenRequest,
} from '../api/registryTypes';
import {
  AssignmentPage,
  AssignmentQuery,
  EventQuery,
  ModelQuery,
  PromotionDecision,
  PromotionQuery,
  PromotionRequest,
  RollbackRequest,
  VersionQuery,
} from '../api/types';
import { buildOptions, buildPromotion, daysAgo } from './builders';
import { compareInMemory } from './compareInMemory';
import { pageOf } from './pageOf';
import { buildNoEvidence, buildToken } from './registryBuilders';
import { searchInMemory } from './searchInMemory';

/** What the in-memory backend begins with. */
export interface MemoryData {
  models: ModelListItem[];
  /** Refs of the models that the reader owns. */
  mine: string[];
  versions: ModelVersion[];
  assignments: Assignment[];
  promotions: Promotion[];
  events: LedgerEvent[];
  registries: RegistrySourceStatus[];
  options: PromotionOptions;
  rollbacks: RollbackOption[];
  evidence: VersionEvidence[];
  aliasChanges: AliasChange[];
  drifts: AliasDrift[];
  tokens: RegistryToken[];
}

const NOTABLE = 10;
/** Who decides; as in `renderMl`. */
const READER = 'user:default/payments-scientist';

/**
 * The backend in memory, for tests and for developing the pages alone. It
 * keeps to the parts of the real one that pages depend on: paging, revisions
 * and what a decision leads to. Policies and permissions are given, not made.
 */
export class MemoryMlApi implements MlApi {
  readonly data: MemoryData;
  /** Keys of requests, in the order in which they came. */
  readonly requestKeys: string[] = [];

  constructor(data: Partial<MemoryData> = {}) {
    this.data = {
      models: [],
      mine: [],
      versions: [],
      assignments: [],
      promotions: [],
      events: [],
      registries: [],
      options: buildOptions(),
      rollbacks: [],
      evidence: [],
      aliasChanges: [],
      drifts: [],
      tokens: [],
      ...data,
    };
  }

  async listModels(query: ModelQuery): Promise<ModelPage> {
    const { models, mine } = this.data;
    const fits = (model: ModelListItem) =>
      (!query.mine || mine.includes(model.ref)) &&
      (!query.owner?.length || query.owner.includes(model.owner ?? '')) &&
      (!query.type || model.type === query.type) &&
      (!query.tier || model.tier === query.tier) &&
      (!query.lifecycle || model.lifecycle === query.lifecycle) &&
      (!query.stage || model.champions.some(c => c.stage === query.stage)) &&
      (!query.text ||
        model.title.toLowerCase().includes(query.text.toLowerCase()));
    const found = models.filter(fits);
    return { ...pageOf(found, query), total: found.length };
  }

  async listVersions(
    model: string,
    query: VersionQuery,
  ): Promise<ModelVersionPage> {
    const all = this.data.versions
      .filter(version => version.model === model)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    const found = all.filter(
      (version, index) =>
        (query.view === 'all' || index < NOTABLE || version.everAssigned) &&
        (!query.label || version.label.startsWith(query.label)) &&
        (!query.alias || version.aliases.includes(query.alias)) &&
        (!query.stage ||
          version.assignments.some(each => each.stage === query.stage)),
    );
    return {
      ...pageOf(found, query),
      counts: { total: all.length, matching: found.length },
      sources: this.data.registries,
    };
  }

  async getVersion(model: string, label: string): Promise<ModelVersion> {
    const version = this.data.versions.find(
      each => each.model === model && each.label === label,
    );
    if (!version) {
      throw new NotFoundError(`'${model}' has no version '${label}'`);
    }
    return version;
  }

  async compareVersions(
    model: string,
    labels: string[],
  ): Promise<VersionComparison> {
    const versions = await Promise.all(
      labels.map(label => this.getVersion(model, label)),
    );
    return compareInMemory(
      versions,
      versions.map(version => this.#evidenceOf(version)),
    );
  }

  async getEvidence(model: string, label: string): Promise<VersionEvidence> {
    return this.#evidenceOf(await this.getVersion(model, label));
  }

  async searchVersions(query: FoundVersionQuery): Promise<FoundVersionPage> {
    const found = searchInMemory(this.data, query);
    return { ...pageOf(found, query), total: found.length };
  }

  async exportVersions(
    query: FoundVersionQuery,
    format: 'csv' | 'json',
  ): Promise<Blob> {
    const found = searchInMemory(this.data, query);
    const lines = found.map(({ model, label }) => `${model},${label}`);
    return new Blob([
      format === 'json'
        ? JSON.stringify(found)
        : ['model,version', ...lines, ''].join('\n'),
    ]);
  }

  async listAliasChanges(
    _model: string,
    query: AliasHistoryQuery,
  ): Promise<AliasHistoryPage> {
    return pageOf(
      this.data.aliasChanges.filter(
        ({ alias }) => !query.alias || alias === query.alias,
      ),
      query,
    );
  }

  async listAliasDrift(model: string): Promise<AliasDrift[]> {
    return this.data.drifts.filter(drift => drift.model === model);
  }

  async decideAliasDrift(
    _model: string,
    id: string,
    { choice, reason }: AliasDriftDecision,
  ): Promise<AliasDrift> {
    const drift = this.data.drifts.find(each => each.id === id);
    if (!drift) {
      throw new NotFoundError(`No drift '${id}'`);
    }
    // A promotion has to succeed before what was found is adopted.
    const after: AliasDrift = {
      ...drift,
      state: choice === 'revert' ? 'reverted' : 'reported',
      choice: { by: READER, at: daysAgo(0), reason },
    };
    this.data.drifts = this.data.drifts.map(each =>
      each.id === id ? after : each,
    );
    return after;
  }

  async listAssignments(
    model: string,
    query: AssignmentQuery,
  ): Promise<AssignmentPage> {
    return pageOf(
      this.data.assignments.filter(
        each =>
          each.model === model &&
          (query.at
            ? each.since <= query.at && (!each.until || query.at < each.until)
            : query.view === 'history' || !each.until) &&
          (!query.versionId || each.versionId === query.versionId),
      ),
      query,
    );
  }

  async getPromotionOptions(model: string): Promise<PromotionOptions> {
    return { ...this.data.options, model };
  }

  async getRollbackOptions(): Promise<RollbackOption[]> {
    return this.data.rollbacks;
  }

  async requestPromotion(
    request: PromotionRequest,
    options: { key: string },
  ): Promise<Promotion> {
    this.requestKeys.push(options.key);
    const { stage, ...rest } = request;
    return this.#add({ ...rest, toStage: stage, kind: 'promote' });
  }

  async rollBack(
    model: string,
    request: RollbackRequest,
    options: { key: string },
  ): Promise<Promotion> {
    this.requestKeys.push(options.key);
    return this.#add({
      model,
      version: request.version,
      target: request.target,
      reason: request.reason,
      kind: 'rollback',
      state: 'executing',
      gateRuns: [],
      requirements: [],
      allowedActions: [],
    });
  }

  async listPromotions(query: PromotionQuery): Promise<PromotionPage> {
    return pageOf(
      this.data.promotions.filter(
        ({ model, state, requestedBy }) =>
          (!query.model || model === query.model) &&
          (!query.requestedBy || requestedBy === query.requestedBy) &&
          (!query.state || query.state.includes(state)),
      ),
      query,
    );
  }

  async getPromotion(id: string): Promise<Promotion> {
    const promotion = this.data.promotions.find(each => each.id === id);
    if (!promotion) {
      throw new NotFoundError(`No promotion '${id}'`);
    }
    return promotion;
  }

  async decidePromotion(
    id: string,
    decision: PromotionDecision,
  ): Promise<Promotion> {
    const states = {
      approve: 'executing',
      reject: 'rejected',
      cancel: 'cancelled',
      reevaluate: 'evaluating',
    } as const;
    return await this.#change(id, decision.revision, {
      state: states[decision.action],
      allowedActions: [],
      waitingFor: undefined,
    });
  }

  async addReason(id: string, reason: string): Promise<Promotion> {
    const { revision } = await this.getPromotion(id);
    return await this.#change(id, revision, { reason, reasonDueAt: undefined });
  }

  async listEvents(query: EventQuery): Promise<LedgerPage> {
    const { subject, correlationId } = query;
    const events = this.data.events.filter(
      event =>
        (event.subject === subject ||
          event.subject.startsWith(`${subject}@`)) &&
        (!correlationId || event.data.correlationId === correlationId),
    );
    return pageOf([...events].reverse(), query);
  }

  async listRegistries(): Promise<RegistrySourceStatus[]> {
    return this.data.registries;
  }

  async syncRegistry(server: string): Promise<void> {
    if (!this.data.registries.some(each => each.server === server)) {
      throw new NotFoundError(`No registry '${server}'`);
    }
  }

  async listRegistryTokens(): Promise<RegistryToken[]> {
    return this.data.tokens;
  }

  async createRegistryToken(
    request: RegistryTokenRequest,
  ): Promise<CreatedRegistryToken> {
    const made = buildToken({
      id: `token-${this.data.tokens.length + 1}`,
      name: request.name,
      scopes: request.scopes,
      createdAt: daysAgo(0),
      expiresAt: daysAgo(-request.days),
      lastUsedAt: undefined,
    });
    this.data.tokens = [made, ...this.data.tokens];
    return { ...made, token: `understudy_rt_${made.id}` };
  }

  async revokeRegistryToken(id: string): Promise<void> {
    this.data.tokens = this.data.tokens.map(each =>
      each.id === id ? { ...each, revokedAt: daysAgo(0) } : each,
    );
  }

  #evidenceOf(version: ModelVersion): VersionEvidence {
    return (
      this.data.evidence.find(each => each.versionId === version.id) ??
      buildNoEvidence(version)
    );
  }

  #add(parts: Partial<Promotion>): Promotion {
    const promotion = buildPromotion({
      id: `promotion-${this.data.promotions.length + 1}`,
      ...parts,
    });
    this.data.promotions = [promotion, ...this.data.promotions];
    return promotion;
  }

  async #change(
    id: string,
    revision: number,
    change: Partial<Promotion>,
  ): Promise<Promotion> {
    const before = await this.getPromotion(id);
    if (before.revision !== revision) {
      throw new ConflictError(
        `Promotion '${id}' is at revision ${before.revision}, not ${revision}`,
      );
    }
    const after = { ...before, ...change, revision: revision + 1 };
    this.data.promotions = this.data.promotions.map(each =>
      each.id === id ? after : each,
    );
    return after;
  }
}
