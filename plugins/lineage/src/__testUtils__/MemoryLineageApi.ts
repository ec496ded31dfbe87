import { InputError, NotFoundError } from '@backstage/errors';
import {
  findParallelEdges,
  LineageDeadLetter,
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
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageApi } from '../api/LineageApi';
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
} from '../api/types';
import { environmentsAround } from './environmentsAround';
import { fieldsOf } from './fieldsOf';
import { findingsOf } from './findingsOf';
import { impactOf } from './impactOf';
import { overviewOf } from './overviewOf';
import { pathsOf } from './pathsOf';
import { draftOf, unmappedPage } from './unmapped';
import { usingRuns } from './usingRuns';
import { DEFAULT_ENVIRONMENT, World, worldAt } from './World';
import { WorldSource } from './WorldSource';

const ORIGINS = ['observed', 'observed', 'declared', 'both'] as const;

/** Answers from memory, by the very rules of the backend. */
export class MemoryLineageApi implements LineageApi {
  readonly graphQueries: LineageGraphQuery[] = [];
  readonly overviewQueries: LineageOverviewQuery[] = [];
  readonly impactQueries: LineageImpactQuery[] = [];
  readonly unmappedQueries: LineageUnmappedQuery[] = [];
  readonly fieldsQueries: LineageFieldsQuery[] = [];
  readonly pathQueries: LineagePathQuery[] = [];
  readonly usingRunsQueries: LineageUsingRunsQuery[] = [];
  readonly notices: LineageNotifyRequest[] = [];
  status: LineageStatus = { backlog: 0, deadLetters: 0 };
  deadLetters: LineageDeadLetter[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async getGraph(query: LineageGraphQuery): Promise<LineageGraph> {
    this.graphQueries.push(query);
    const {
      direction = 'both',
      upstreamDepth = 2,
      downstreamDepth = 2,
      environment = DEFAULT_ENVIRONMENT,
      kinds,
      asOf,
    } = query;
    const world = worldAt(this.#world, asOf);
    const source = new WorldSource(world, query.root, {
      environment,
      kinds,
    });
    const found = await walkNeighbourhood(source.asGraphSource(), {
      root: source.requireIndex(query.root),
      limit: query.limit ?? 300,
      depth: {
        upstream: direction === 'downstream' ? 0 : upstreamDepth,
        downstream: direction === 'upstream' ? 0 : downstreamDepth,
      },
    });
    const parallel = findParallelEdges(
      found.edges,
      index => source.nodeOf(index).entityRef !== undefined,
    );
    return {
      root: query.root,
      environment,
      defaultEnvironment: DEFAULT_ENVIRONMENT,
      ...(asOf !== undefined && { asOf }),
      environments: environmentsAround(world, query.root),
      truncated: found.truncated,
      complete: found.complete,
      nodes: found.nodes.map(({ id, distance, hidden }) => ({
        ...source.nodeOf(id),
        distance,
        hidden,
      })),
      edges: found.edges.map(edge => ({
        source: source.nodeOf(edge.source).id,
        target: source.nodeOf(edge.target).id,
        origin: parallel.has(edge) ? 'both' : ORIGINS[edge.origin],
        ...(parallel.has(edge) && { parallel: true as const }),
        ...(edge.via > 0 && { via: edge.via }),
        ...(edge.restricted && { restricted: true as const }),
      })),
    };
  }

  async getOverview(query: LineageOverviewQuery): Promise<LineageOverview> {
    this.overviewQueries.push(query);
    return await overviewOf(worldAt(this.#world, query.asOf), query);
  }

  async getImpact(query: LineageImpactQuery): Promise<LineageImpact> {
    this.impactQueries.push(query);
    return await impactOf(worldAt(this.#world, query.asOf), query);
  }

  async downloadImpactCsv(query: LineageImpactQuery): Promise<Blob> {
    const { items } = await this.getImpact({ ...query, limit: 20_000 });
    return new Blob([['id', ...items.map(({ id }) => id)].join('\n')], {
      type: 'text/csv',
    });
  }

  async getNode(id: string): Promise<LineageNodeDetail> {
    const node = this.#world.nodes.find(candidate => candidate.id === id);
    if (!node) {
      throw new NotFoundError(`No lineage is known of '${id}'`);
    }
    return {
      node,
      names:
        node.namespace === undefined || node.name === undefined
          ? []
          : [
              {
                kind: node.kind === 'job' ? 'job' : 'dataset',
                namespace: node.namespace,
                name: node.name,
              },
            ],
      facets: this.#world.facets?.[id] ?? [],
      runs: (this.#world.runs?.[id] ?? []).slice(0, 5),
      runsComplete: true,
      truncated: false,
    };
  }

  async getRuns(
    node: string,
    { limit = 20, cursor = '0' }: { limit?: number; cursor?: string } = {},
  ): Promise<LineageRunPage> {
    const runs = this.#world.runs?.[node] ?? [];
    const start = Number(cursor);
    const end = start + limit;
    return {
      items: runs.slice(start, end),
      complete: true,
      ...(end < runs.length && { nextCursor: String(end) }),
    };
  }

  async listUsingRuns(query: LineageUsingRunsQuery): Promise<LineageRunPage> {
    this.usingRunsQueries.push(query);
    return usingRuns(worldAt(this.#world), query);
  }

  async getFields(query: LineageFieldsQuery): Promise<LineageFields> {
    this.fieldsQueries.push(query);
    return await fieldsOf(this.#world, query);
  }

  async findPath(query: LineagePathQuery): Promise<LineagePath> {
    this.pathQueries.push(query);
    return await pathsOf(worldAt(this.#world, query.asOf), query);
  }

  async notifyOwners(
    request: LineageNotifyRequest,
  ): Promise<LineageImpactNotice> {
    this.notices.push(request);
    const { root, environment } = request;
    const { owners, complete } = await this.getImpact({ root, environment });
    return {
      owners: owners.filter(({ owner }) => owner !== undefined).length,
      failed: 0,
      unowned: owners.find(({ owner }) => owner === undefined)?.items ?? 0,
      complete,
    };
  }

  async getFindings(root: string): Promise<LineageFindings> {
    const node = this.#world.nodes.find(({ id }) => id === root);
    if (!node) {
      throw new NotFoundError(`No lineage is known of '${root}'`);
    }
    if (!node.entityRef) {
      throw new InputError(`root: '${root}' is no entity`);
    }
    return findingsOf(worldAt(this.#world), root);
  }

  async listUnmapped(
    query: LineageUnmappedQuery,
  ): Promise<LineageUnmappedPage> {
    this.unmappedQueries.push(query);
    return unmappedPage(this.#world, query);
  }

  async draftUnmapped(ids: readonly string[]): Promise<LineageDraft> {
    return draftOf(this.#world, ids);
  }

  async listDeadLetters(
    query: LineageDeadLettersQuery,
  ): Promise<LineageDeadLetterPage> {
    const { limit = 20, cursor = '0' } = query;
    const rest = this.deadLetters.filter(({ id }) => Number(id) > +cursor);
    const items = rest.slice(0, limit);
    return {
      items,
      nextCursor: rest.length > limit ? items.at(-1)?.id : undefined,
    };
  }

  async replayDeadLetters(
    ids?: readonly string[],
  ): Promise<{ replayed: number }> {
    const before = this.deadLetters.length;
    this.deadLetters = this.deadLetters.filter(
      ({ id }) => ids !== undefined && !ids.includes(id),
    );
    return { replayed: before - this.deadLetters.length };
  }

  async getStatus(): Promise<LineageStatus> {
    return this.status;
  }
}
