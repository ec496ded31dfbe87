import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Assignment,
  LedgerEvent,
  LedgerPage,
  ModelListItem,
  ModelPage,
  ModelVersionPage,
  Promotion,
  PromotionOptions,
  PromotionPage,
  RegistrySourceStatus,
  RollbackOption,
} from '@understudy/plugin-ml-common';
import { MlApi } from '../api/MlApi';
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
import { buildCard } from './buildCard';
import { buildOptions, buildPromotion } from './builders';
import { MemoryRegistry, MemoryRegistryData } from './MemoryRegistry';
import { pageOf } from './pageOf';

/** What the in-memory backend begins with. */
export interface MemoryData extends MemoryRegistryData {
  /** Refs of the models that the reader owns. */
  mine: string[];
  assignments: Assignment[];
  promotions: Promotion[];
  events: LedgerEvent[];
  registries: RegistrySourceStatus[];
  options: PromotionOptions;
  rollbacks: RollbackOption[];
}

const NOTABLE = 10;

/**
 * The backend in memory, for tests and for developing the pages alone. It
 * keeps to the parts of the real one that pages depend on: paging, revisions
 * and what a decision leads to. Policies and permissions are given, not made.
 */
export class MemoryMlApi extends MemoryRegistry<MemoryData> implements MlApi {
  /** Keys of requests, in the order in which they came. */
  readonly requestKeys: string[] = [];

  constructor(data: Partial<MemoryData> = {}) {
    super({
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
      card: buildCard('## Purpose\n\nScores payments.\n'),
      ...data,
    });
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
