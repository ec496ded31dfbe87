import { FetchApi } from '@backstage/core-plugin-api';
import {
  LineageDeadLetterPage,
  LineageDraft,
  LineageFields,
  LineageFindings,
  LineageGraph,
  LineageImpact,
  LineageImpactNotice,
  LineageNodeDetail,
  LineageOverview,
  LineagePath,
  LineageRunPage,
  LineageStatus,
  LineageUnmappedPage,
} from '@understudy/plugin-lineage-common';
import { LineageApi } from './LineageApi';
import { queryString, request } from './request';
import {
  LineageDeadLettersQuery,
  LineageFieldsQuery,
  LineageGraphQuery,
  LineageImpactQuery,
  LineageNotifyRequest,
  LineageOverviewQuery,
  LineagePathQuery,
  LineageUnmappedQuery,
  LineageUsingRunsQuery,
} from './types';

const BASE = 'plugin://lineage';
const JSON_TYPE = 'application/json';

/** Talks to the `lineage` backend over HTTP. */
export class LineageClient implements LineageApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async getGraph(query: LineageGraphQuery): Promise<LineageGraph> {
    return await this.#get(`/graph${queryString({ ...query })}`);
  }

  async getOverview(query: LineageOverviewQuery): Promise<LineageOverview> {
    return await this.#get(`/overview${queryString({ ...query })}`);
  }

  async getImpact(query: LineageImpactQuery): Promise<LineageImpact> {
    return await this.#get(`/impact${queryString({ ...query })}`);
  }

  async downloadImpactCsv(query: LineageImpactQuery): Promise<Blob> {
    const response = await request(
      this.#fetchApi,
      `${BASE}/impact${queryString({ ...query })}`,
      { headers: { Accept: 'text/csv' } },
    );
    return await response.blob();
  }

  async getNode(id: string): Promise<LineageNodeDetail> {
    return await this.#get(`/nodes/${encodeURIComponent(id)}`);
  }

  async getRuns(
    node: string,
    options: { limit?: number; cursor?: string } = {},
  ): Promise<LineageRunPage> {
    return await this.#get(`/runs${queryString({ node, ...options })}`);
  }

  async listUsingRuns(query: LineageUsingRunsQuery): Promise<LineageRunPage> {
    const { node, version, ...more } = query;
    // No id of a node holds the sign; what follows the first one is the version.
    const used = `${node}@${version}`;
    return await this.#get(`/runs${queryString({ used, ...more })}`);
  }

  async getFields(query: LineageFieldsQuery): Promise<LineageFields> {
    return await this.#get(`/columns${queryString({ ...query })}`);
  }

  async findPath(query: LineagePathQuery): Promise<LineagePath> {
    return await this.#get(`/path${queryString({ ...query })}`);
  }

  async notifyOwners(
    notice: LineageNotifyRequest,
  ): Promise<LineageImpactNotice> {
    return await this.#post('/impact/notify', notice);
  }

  async getFindings(root: string): Promise<LineageFindings> {
    return await this.#get(`/findings${queryString({ root })}`);
  }

  async listUnmapped(
    query: LineageUnmappedQuery,
  ): Promise<LineageUnmappedPage> {
    return await this.#get(`/unmapped${queryString({ ...query })}`);
  }

  async draftUnmapped(ids: readonly string[]): Promise<LineageDraft> {
    return await this.#post('/unmapped/draft', { ids });
  }

  async getStatus(): Promise<LineageStatus> {
    return await this.#get('/status');
  }

  async listDeadLetters(
    query: LineageDeadLettersQuery,
  ): Promise<LineageDeadLetterPage> {
    return await this.#get(`/dead-letters${queryString({ ...query })}`);
  }

  async replayDeadLetters(
    ids?: readonly string[],
  ): Promise<{ replayed: number }> {
    return await this.#post('/dead-letters/replay', { ids });
  }

  async #get<T>(path: string): Promise<T> {
    const response = await request(this.#fetchApi, `${BASE}${path}`, {
      headers: { Accept: JSON_TYPE },
    });
    return await response.json();
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const response = await request(this.#fetchApi, `${BASE}${path}`, {
      method: 'POST',
      headers: { Accept: JSON_TYPE, 'Content-Type': JSON_TYPE },
      body: JSON.stringify(body),
    });
    return await response.json();
  }
}
