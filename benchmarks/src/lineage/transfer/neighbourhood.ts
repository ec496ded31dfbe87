import { Entity } from '@backstage/catalog-model';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { PortalClient } from '../../portal/PortalClient';
import { walkAsPlatform } from './walkAsPlatform';

/** The relation that leads from a dataset to those that are derived from it. */
const RELATION = 'sourceOf';
/** The most that the backend gives. */
const LIMIT = '1000';

/** What is derived from an entity. */
export interface Neighbourhood {
  /** Entity refs. */
  nodes: ReadonlySet<string>;
  /** See {@link connectionOf}. */
  connections: ReadonlySet<string>;
  /** As they were received, one for each request. */
  answers: unknown[];
}

/** Asks a portal for a neighbourhood. */
export type ReadNeighbourhood = (
  client: PortalClient,
  query: { root: string; depth: number },
) => Promise<Neighbourhood>;

/** From us, with one request. */
export const readLineage: ReadNeighbourhood = async (client, query) => {
  const graph = await client.get<LineageGraph>(
    `/lineage/graph?${new URLSearchParams({
      root: query.root,
      depth: `${query.depth}`,
      direction: 'downstream',
      limit: LIMIT,
    })}`,
  );
  return {
    nodes: new Set(graph.nodes.map(({ id }) => id)),
    connections: new Set(graph.edges.map(connectionOf)),
    answers: [graph],
  };
};

/** From the catalog, with one request for each level. */
export const readEntities: ReadNeighbourhood = async (client, query) => {
  const answers: unknown[] = [];
  const entities = await walkAsPlatform({
    ...query,
    relation: RELATION,
    read: async entityRefs => {
      const answer = await client.post<{ items: (Entity | null)[] }>(
        '/catalog/entities/by-refs',
        { entityRefs },
      );
      answers.push(answer);
      return answer.items;
    },
  });
  const connections = [...entities].flatMap(([source, { relations = [] }]) =>
    relations
      .filter(
        ({ type, targetRef }) => type === RELATION && entities.has(targetRef),
      )
      .map(({ targetRef }) => connectionOf({ source, target: targetRef })),
  );
  return {
    nodes: new Set(entities.keys()),
    connections: new Set(connections),
    answers,
  };
};

/** A connection as one text. */
export function connectionOf(edge: { source: string; target: string }): string {
  return `${edge.source} > ${edge.target}`;
}
