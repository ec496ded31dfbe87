import { createRequire } from 'node:module';
import path from 'node:path';
import { ownFile } from '../../paths';

// What the platform draws its own graph with is no part of what its packages
// export: it is found as files beside what they do.
const require = createRequire(ownFile('package.json'));

/** The parts of dagre that the platform's `DependencyGraph` calls. */
export interface Dagre {
  graphlib: { Graph: new () => DagreGraph };
  layout(graph: DagreGraph): void;
}

/** A graph of dagre, as far as it is used here. */
export interface DagreGraph {
  setGraph(label: Record<string, unknown>): unknown;
  setNode(id: string, label: Record<string, unknown>): unknown;
  setEdge(from: string, to: string, label: Record<string, unknown>): unknown;
  node(id: string): { x: number; y: number };
}

/** An entity with what the platform's graph reads of it. */
export interface RelatedEntity {
  relations: { type: string; targetRef: string }[];
}

/** What the transformations of the platform's graph work on, and change. */
export interface TransformedGraph {
  nodeDistances: Map<string, number>;
  nodes: { id: string; entity: RelatedEntity }[];
  edges: { from: string; to: string }[];
  rootEntityRefs: string[];
  unidirectional: boolean;
  maxDepth: number;
}

/** One step of the platform's graph. */
type Transformation = (graph: TransformedGraph) => void;

/** The pure functions that the platform's graph is made with. */
export interface CatalogGraph {
  buildGraph(options: {
    rootEntityRefs: string[];
    entities: Record<string, RelatedEntity>;
    includeRelation: (type: string) => boolean;
    mergeRelations: boolean;
    unidirectional: boolean;
    relationPairs: [string, string][];
  }): TransformedGraph['edges'];
  reduceEdges: Transformation;
  setDistances: Transformation;
  stripDistantEdges: Transformation;
  mergeRelations: Transformation;
}

/** The dagre that comes with `@backstage/core-components`, and its version. */
export function platformDagre(): { dagre: Dagre; version: string } {
  const components = createRequire(
    require.resolve('@backstage/core-components/package.json'),
  );
  return {
    dagre: components('@dagrejs/dagre'),
    version: components('@dagrejs/dagre/package.json').version,
  };
}

/** The pure functions of `@backstage/plugin-catalog-graph`, and its version. */
export function platformCatalogGraph(): CatalogGraph & { version: string } {
  const manifest =
    require.resolve('@backstage/plugin-catalog-graph/package.json');
  const lib = (file: string) =>
    require(path.join(path.dirname(manifest), `dist/lib/${file}.esm.js`));
  const transformation = (file: string) => lib(`graph-transformations/${file}`);
  return {
    version: require(manifest).version,
    ...lib('graph/build-graph'),
    ...transformation('reduce-edges'),
    ...transformation('set-distance'),
    ...transformation('strip-distant-edges'),
    ...transformation('merge-relations'),
  };
}
