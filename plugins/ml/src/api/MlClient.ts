import { FetchApi } from '@backstage/core-plugin-api';
import {
  AliasDrift,
  CreatedRegistryToken,
  FoundVersionPage,
  LedgerPage,
  ModelCardReport,
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
import { modelParams } from '../pieces/modelPath';
import { versionedKindOf, versionedKinds } from '../pieces/versionedKinds';
import { MlApi } from './MlApi';
import {
  AliasDriftDecision,
  AliasHistoryPage,
  AliasHistoryQuery,
  CardReviewInput,
  FoundVersionQuery,
  RegistryTokenRequest,
} from './registryTypes';
import { queryString, request, requestJson } from './requestJson';
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
} from './types';

const BASE = 'plugin://ml';

/** Talks to the `ml` backend over HTTP. */
export class MlClient implements MlApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async listModels(query: ModelQuery): Promise<ModelPage> {
    return await this.#get(`/models${queryString({ ...query })}`);
  }

  async listVersions(
    model: string,
    query: VersionQuery,
  ): Promise<ModelVersionPage> {
    const path = `${modelPath(model)}/versions`;
    return await this.#get(`${path}${queryString({ ...query })}`);
  }

  async getVersion(model: string, version: string): Promise<ModelVersion> {
    return await this.#get(versionPath(model, version));
  }

  async compareVersions(
    model: string,
    versions: string[],
  ): Promise<VersionComparison> {
    const query = queryString({ version: versions });
    return await this.#get(`${modelPath(model)}/versions/compare${query}`);
  }

  async getEvidence(model: string, version: string): Promise<VersionEvidence> {
    return await this.#get(`${versionPath(model, version)}/evidence`);
  }

  async searchVersions(query: FoundVersionQuery): Promise<FoundVersionPage> {
    return await this.#get(`/versions${queryString({ ...query })}`);
  }

  async exportVersions(
    query: FoundVersionQuery,
    format: 'csv' | 'json',
  ): Promise<Blob> {
    const search = queryString({ ...query, format });
    const response = await request(
      this.#fetchApi,
      `${BASE}/versions/export${search}`,
      {},
    );
    return await response.blob();
  }

  async getCard(model: string, version?: string): Promise<ModelCardReport> {
    return await this.#get(
      `${modelPath(model)}/card${queryString({ version })}`,
    );
  }

  async downloadCard(model: string, version?: string): Promise<Blob> {
    const response = await request(
      this.#fetchApi,
      `${BASE}${modelPath(model)}/card/markdown${queryString({ version })}`,
      {},
    );
    return await response.blob();
  }

  async reviewCard(
    model: string,
    review: CardReviewInput,
  ): Promise<ModelCardReport> {
    return await this.#post(`${modelPath(model)}/card/reviews`, review);
  }

  async listAliasChanges(
    model: string,
    query: AliasHistoryQuery,
  ): Promise<AliasHistoryPage> {
    const path = `${modelPath(model)}/alias-history`;
    return await this.#get(`${path}${queryString({ ...query })}`);
  }

  async listAliasDrift(model: string): Promise<AliasDrift[]> {
    const { items } = await this.#get<{ items: AliasDrift[] }>(
      `${modelPath(model)}/alias-drift`,
    );
    return items;
  }

  async decideAliasDrift(
    model: string,
    id: string,
    decision: AliasDriftDecision,
  ): Promise<AliasDrift> {
    return await this.#post(
      `${modelPath(model)}/alias-drift/${encodeURIComponent(id)}`,
      decision,
    );
  }

  async listAssignments(
    model: string,
    query: AssignmentQuery,
  ): Promise<AssignmentPage> {
    const path = `${modelPath(model)}/assignments`;
    return await this.#get(`${path}${queryString({ ...query })}`);
  }

  async getPromotionOptions(model: string): Promise<PromotionOptions> {
    return await this.#get(`${modelPath(model)}/promotion-options`);
  }

  async getRollbackOptions(model: string): Promise<RollbackOption[]> {
    const { items } = await this.#get<{ items: RollbackOption[] }>(
      `${modelPath(model)}/rollback-options`,
    );
    return items;
  }

  async requestPromotion(
    wanted: PromotionRequest,
    options: { key: string },
  ): Promise<Promotion> {
    const { target, ...rest } = wanted;
    return await this.#post('/promotions', { ...rest, ...target }, options);
  }

  async rollBack(
    model: string,
    wanted: RollbackRequest,
    options: { key: string },
  ): Promise<Promotion> {
    const { target, ...rest } = wanted;
    return await this.#post(
      `${modelPath(model)}/rollback`,
      { ...target, ...rest },
      options,
    );
  }

  async listPromotions(query: PromotionQuery): Promise<PromotionPage> {
    return await this.#get(`/promotions${queryString({ ...query })}`);
  }

  async getPromotion(id: string): Promise<Promotion> {
    return await this.#get(promotionPath(id));
  }

  async decidePromotion(
    id: string,
    decision: PromotionDecision,
  ): Promise<Promotion> {
    return await this.#post(
      `${promotionPath(id)}/${decision.action}`,
      decisionBody(decision),
    );
  }

  async addReason(id: string, reason: string): Promise<Promotion> {
    return await this.#post(`${promotionPath(id)}/reason`, { reason });
  }

  async listEvents(query: EventQuery): Promise<LedgerPage> {
    return await this.#get(`/ledger${queryString({ ...query })}`);
  }

  async listRegistries(): Promise<RegistrySourceStatus[]> {
    const { items } = await this.#get<{ items: RegistrySourceStatus[] }>(
      '/registries',
    );
    return items;
  }

  async syncRegistry(server: string): Promise<void> {
    await this.#post(`/registries/${encodeURIComponent(server)}/sync`, {});
  }

  async listRegistryTokens(): Promise<RegistryToken[]> {
    const { items } = await this.#get<{ items: RegistryToken[] }>(
      '/registry-tokens',
    );
    return items;
  }

  async createRegistryToken(
    wanted: RegistryTokenRequest,
  ): Promise<CreatedRegistryToken> {
    return await this.#post('/registry-tokens', wanted);
  }

  async revokeRegistryToken(id: string): Promise<void> {
    // The answer has no body.
    await request(
      this.#fetchApi,
      `${BASE}/registry-tokens/${encodeURIComponent(id)}`,
      { method: 'DELETE' },
    );
  }

  async #get<T>(path: string): Promise<T> {
    return await requestJson<T>(this.#fetchApi, `${BASE}${path}`);
  }

  async #post<T>(
    path: string,
    body: unknown,
    options?: { key: string },
  ): Promise<T> {
    return await requestJson<T>(this.#fetchApi, `${BASE}${path}`, {
      method: 'POST',
      body,
      key: options?.key,
    });
  }
}

/** Feature views and datasets have paths of their own. */
function modelPath(model: string): string {
  const { namespace, name } = modelParams(model);
  const collection = versionedKinds[versionedKindOf(model) ?? 'model'];
  return `/${collection}/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

function versionPath(model: string, version: string): string {
  return `${modelPath(model)}/versions/${encodeURIComponent(version)}`;
}

function promotionPath(id: string): string {
  return `/promotions/${encodeURIComponent(id)}`;
}

/** Each action takes what it needs and refuses anything else. */
function decisionBody(decision: PromotionDecision) {
  const { action, revision, requirementId, reason } = decision;
  switch (action) {
    case 'approve':
    case 'reject':
      return { revision, reason, requirement: requirementId };
    case 'cancel':
      return { revision, reason };
    default:
      return { revision };
  }
}
