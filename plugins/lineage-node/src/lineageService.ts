import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  LineageFields,
  LineageGraph,
  LineageImpact,
  LineageNeighbourhoods,
  LineageNodeDetail,
  LineagePath,
  LineageRunPage,
  LineageSchemaPage,
} from '@understudy/plugin-lineage-common';
import {
  LineageFieldsRequest,
  LineageGraphRequest,
  LineageImpactRequest,
  LineageNeighbourhoodsRequest,
  LineageNodeRequest,
  LineagePathRequest,
  LineageRunsRequest,
  LineageSchemasRequest,
  LineageUsingRunsRequest,
} from './lineageRequests';

/**
 * On whose behalf to read.
 *
 * @public
 */
export interface LineageServiceOptions {
  /**
   * Of the caller. A user is answered what that user may see. Services cannot
   * pass their credentials on, so for them, and when they are left out, the
   * plugin asks for itself: check what your caller may see before you tell it.
   */
  credentials?: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * Reads lineage. Rejects with ResponseError for anything but an answer: 404 for
 * a node that is unknown or may not be seen.
 *
 * @public
 */
export interface LineageService {
  getGraph(
    request: LineageGraphRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageGraph>;
  getImpact(
    request: LineageImpactRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageImpact>;
  /**
   * All that is known of one node itself: its names, its latest runs, and what
   * its facets say, such as the latest data-quality assertions of a dataset.
   */
  getNode(
    request: LineageNodeRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageNodeDetail>;
  getRuns(
    request: LineageRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage>;
  /** Runs that read a version, and what depends on what they wrote. */
  getUsingRuns(
    request: LineageUsingRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage>;
  getFields(
    request: LineageFieldsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageFields>;
  findPath(
    request: LineagePathRequest,
    options?: LineageServiceOptions,
  ): Promise<LineagePath>;
  /**
   * The schemas that datasets of entities were last observed to have: of named
   * entities, or page by page of all, and later of those where one changed.
   */
  getSchemas(
    request: LineageSchemasRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageSchemaPage>;
  /**
   * Graph, impact and fields of many nodes in one request. One that is unknown
   * is answered so, with nothing read; 404 is what a lineage backend answers
   * that does not have this yet. Not every implementation has it: ask of one
   * node at a time where it is missing.
   */
  getNeighbourhoods?(
    request: LineageNeighbourhoodsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageNeighbourhoods>;
}

type QueryValue = string | number | readonly string[] | undefined;

class LineageServiceClient implements LineageService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getGraph(
    request: LineageGraphRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageGraph> {
    return await this.#get('graph', { ...request }, options);
  }

  async getImpact(
    request: LineageImpactRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageImpact> {
    return await this.#get('impact', { ...request }, options);
  }

  async getNode(
    { node }: LineageNodeRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageNodeDetail> {
    return await this.#ask(`nodes/${encodeURIComponent(node)}`, options);
  }

  async getRuns(
    request: LineageRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage> {
    return await this.#get('runs', { ...request }, options);
  }

  async getUsingRuns(
    { node, version, ...request }: LineageUsingRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage> {
    const used = `${node}@${version}`;
    return await this.#get('runs', { ...request, used }, options);
  }

  async getFields(
    request: LineageFieldsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageFields> {
    return await this.#get('columns', { ...request }, options);
  }

  async findPath(
    request: LineagePathRequest,
    options?: LineageServiceOptions,
  ): Promise<LineagePath> {
    return await this.#get('path', { ...request }, options);
  }

  async getSchemas(
    request: LineageSchemasRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageSchemaPage> {
    return await this.#get('schemas', { ...request }, options);
  }

  async getNeighbourhoods(
    request: LineageNeighbourhoodsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageNeighbourhoods> {
    return await this.#ask('neighbourhoods', options, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: LineageServiceOptions,
  ): Promise<T> {
    return await this.#ask(`${path}?${toQuery(query)}`, options);
  }

  async #ask<T>(
    path: string,
    options: LineageServiceOptions = {},
    init: { method?: string; headers?: object; body?: string } = {},
  ): Promise<T> {
    const { credentials, signal } = options;
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf:
        credentials && !this.#auth.isPrincipal(credentials, 'service')
          ? credentials
          : await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'lineage',
    });
    const baseUrl = await this.#discovery.getBaseUrl('lineage');
    const response = await fetch(`${baseUrl}/${path}`, {
      ...init,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...init.headers,
      },
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return await response.json();
  }
}

function toQuery(query: Record<string, QueryValue>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      params.set(
        name,
        typeof value === 'object' ? value.join(',') : String(value),
      );
    }
  }
  return params;
}

/**
 * Reads lineage from other backend plugins, over HTTP.
 *
 * @public
 */
export const lineageServiceRef = createServiceRef<LineageService>({
  id: 'lineage.service',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new LineageServiceClient(deps),
    }),
});
