import { NotFoundError } from '@backstage/errors';
import {
  AliasChange,
  AliasDrift,
  CreatedRegistryToken,
  FoundVersionPage,
  ModelCardReport,
  ModelListItem,
  ModelVersion,
  RegistryToken,
  VersionComparison,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import {
  AliasDriftDecision,
  AliasHistoryPage,
  AliasHistoryQuery,
  CardReviewInput,
  FoundVersionQuery,
  RegistryTokenRequest,
} from '../api/registryTypes';
import { buildCard } from './buildCard';
import { daysAgo } from './builders';
import { compareInMemory } from './compareInMemory';
import { pageOf } from './pageOf';
import { buildNoEvidence, buildToken } from './registryBuilders';
import { searchInMemory } from './searchInMemory';

/** What the registry in memory begins with. */
export interface MemoryRegistryData {
  models: ModelListItem[];
  versions: ModelVersion[];
  evidence: VersionEvidence[];
  aliasChanges: AliasChange[];
  drifts: AliasDrift[];
  tokens: RegistryToken[];
  /** Of any model. */
  card: ModelCardReport;
}

/** Who decides; as in `renderMl`. */
const READER = 'user:default/payments-scientist';

/** What the backend in memory knows of single versions, aliases and tokens. */
export class MemoryRegistry<TData extends MemoryRegistryData> {
  readonly data: TData;

  constructor(data: TData) {
    this.data = data;
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

  async getCard(model: string, label?: string): Promise<ModelCardReport> {
    if (label === undefined) {
      return { ...this.data.card, model };
    }
    const [card] = (await this.getEvidence(model, label)).cards;
    if (!card) {
      throw new NotFoundError(`${model}@${label} has no card`);
    }
    return buildCard(card.text, { model, source: 'version', version: label });
  }

  async downloadCard(model: string, label?: string): Promise<Blob> {
    return new Blob([(await this.getCard(model, label)).text]);
  }

  async reviewCard(
    model: string,
    { digest, state, note }: CardReviewInput,
  ): Promise<ModelCardReport> {
    this.data.card = {
      ...this.data.card,
      review: {
        state,
        reviewedBy: READER,
        reviewedAt: daysAgo(0),
        of: digest,
        note,
      },
    };
    return await this.getCard(model);
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
}
