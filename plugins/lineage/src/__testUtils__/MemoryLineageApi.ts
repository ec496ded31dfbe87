import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  findParallelEdges,
  groupImpact,
  LineageDraft,
  LineageFindings,
  LineageGraph,
  LineageImpact,
  LineageImpactItem,
  LineageImpactNotice,
  LineageNodeDetail,
  LineageRunPage,
  LineageStatus,
  LineageUnmappedPage,
  reach,
  walkNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageApi } from '../api/LineageApi';
import {
  LineageGraphQuery,
  LineageImpactQuery,
  LineageNotifyRequest,
  LineageUnmappedQuery,
} from '../api/types';
import { ownerOf } from '../names/ownerOf';
import { environmentsAround } from './environmentsAround';
import { findingsOf } from './findingsOf';
import { draftOf, unmappedPage } from './unmapped';
import { DEFAULT_ENVIRONMENT, World } from './World';
import { WorldSource } from './WorldSource';

const ORIGINS = ['observed', 'observed', 'declared', 'both'] as const;

/** Answers from memory, by the very rules of the backend. */
export class MemoryLineageApi implements LineageApi {
  readonly graphQueries: LineageGraphQuery[] = [];
  readonly impactQueries: LineageImpactQuery[] = [];
  readonly unmappedQueries: LineageUnmappedQuery[] = [];
  readonly notices: LineageNotifyRequest[] = [];
  status: LineageStatus = { backlog: 0, deadLetters: 0 };
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
    } = query;
    const source = new WorldSource(this.#world, query.root, {
      environment,
      kinds,
    });
    const found = await walkNeighbourhood(source.asGraphSource(), {
      root: this.#root(source, query.root),
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
      environments: environmentsAround(this.#world, query.root),
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

  async getImpact(query: LineageImpactQuery): Promise<LineageImpact> {
    this.impactQueries.push(query);
    const {
      root,
      direction = 'downstream',
      limit = 200,
      environment = DEFAULT_ENVIRONMENT,
    } = query;
    const source = new WorldSource(this.#world, root, { environment });
    const found = await reach(source.asGraphSource(), {
      root: this.#root(source, root),
      side: direction,
    });
    const entities = new Map(
      this.#world.entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    const items = found.nodes.map(({ id, degree }): LineageImpactItem => {
      const { entityRef, kind, namespace, name, ...node } = source.nodeOf(id);
      const entity = entities.get(entityRef ?? '');
      return {
        id: node.id,
        kind,
        entityRef,
        namespace,
        name,
        degree,
        title: entity?.metadata.title ?? entity?.metadata.name,
        entityKind: entity?.kind,
        lifecycle: textOf(entity?.spec?.lifecycle),
        type: node.type ?? textOf(entity?.spec?.type),
        owner: entity && ownerOf(entity),
      };
    });
    const { truncated, complete } = found;
    return groupImpact(items, {
      root,
      direction,
      environment,
      limit,
      truncated,
      complete,
    });
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
      ...(end < runs.length && { nextCursor: String(end) }),
    };
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
    return findingsOf(this.#world, root);
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

  async getStatus(): Promise<LineageStatus> {
    return this.status;
  }

  #root(source: WorldSource, id: string): number {
    if (id === '') {
      throw new InputError("root: '' is not the id of a node");
    }
    const root = source.indexOf(id);
    if (root === undefined || this.#world.restricted?.includes(id)) {
      throw new NotFoundError(`No lineage is known of '${id}'`);
    }
    return root;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
