import { LineageGraph } from '@understudy/plugin-lineage-common';
import { CatalogGraph, RelatedEntity, TransformedGraph } from './platform';

const PAIR: [string, string] = ['dependsOn', 'dependencyOf'];

/** A graph as the platform has it: entities with relations to each other. */
export function toRelatedEntities({
  nodes,
  edges,
}: LineageGraph): Record<string, RelatedEntity> {
  const entities: Record<string, RelatedEntity> = Object.fromEntries(
    nodes.map(({ id }) => [id, { relations: [] }]),
  );
  for (const { source, target } of edges) {
    entities[target].relations.push({ type: PAIR[0], targetRef: source });
    entities[source].relations.push({ type: PAIR[1], targetRef: target });
  }
  return entities;
}

/**
 * The steps of the platform's graph from entities to what is arranged, with the
 * settings of its page.
 */
export function transformAsPlatform(
  steps: CatalogGraph,
  root: string,
  entities: Record<string, RelatedEntity>,
): TransformedGraph {
  const graph: TransformedGraph = {
    nodeDistances: new Map(),
    nodes: Object.entries(entities).map(([id, entity]) => ({ id, entity })),
    edges: steps.buildGraph({
      rootEntityRefs: [root],
      entities,
      includeRelation: type => PAIR.includes(type),
      mergeRelations: true,
      unidirectional: true,
      relationPairs: [PAIR],
    }),
    rootEntityRefs: [root],
    unidirectional: true,
    maxDepth: Number.POSITIVE_INFINITY,
  };
  steps.reduceEdges(graph);
  steps.setDistances(graph);
  steps.stripDistantEdges(graph);
  steps.mergeRelations(graph);
  return graph;
}
