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
  LineageDirection,
  LineageGraph,
  LineageImpact,
  LineageRunPage,
} from '@understudy/plugin-lineage-common';

/**
 * Which neighbourhood of a node to read. What is left out is up to the lineage
 * backend.
 *
 * @public
 */
export interface LineageGraphRequest {
  /** An entity ref, or what `formatLineageNodeId` gives. */
  root: string;
  direction?: LineageDirection;
  /** Hops on each side. */
  depth?: number;
  upstreamDepth?: number;
  downstreamDepth?: number;
  /** Whose connections to read; `*` for all, the usual environment when missing. */
  environment?: string;
  /** `job`, `unmapped`, and kinds of entities; all when missing. */
  kinds?: readonly string[];
  /** Nodes of the answer. */
  limit?: number;
}

/**
 * What to follow, and how much of it to list.
 *
 * @public
 */
export interface LineageImpactRequest {
  /** An entity ref, or what `formatLineageNodeId` gives. */
  root: string;
  direction?: 'upstream' | 'downstream';
  /** Whose connections to follow; `*` for all, the usual environment when missing. */
  environment?: string;
  kinds?: readonly string[];
  /** Items of the answer; all count in its totals. */
  limit?: number;
}

/**
 * Which runs to list.
 *
 * @public
 */
export interface LineageRunsRequest {
  /** A job, or a dataset that runs wrote. */
  node: string;
  limit?: number;
  /** Of the page before. */
  cursor?: string;
}

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
  getRuns(
    request: LineageRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage>;
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

  async getRuns(
    request: LineageRunsRequest,
    options?: LineageServiceOptions,
  ): Promise<LineageRunPage> {
    return await this.#get('runs', { ...request }, options);
  }

  async #get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options: LineageServiceOptions = {},
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
    const response = await fetch(`${baseUrl}/${path}?${toQuery(query)}`, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
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
