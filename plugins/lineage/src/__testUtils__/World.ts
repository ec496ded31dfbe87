import { Entity } from '@backstage/catalog-model';
import {
  LineageEdge,
  LineageFacet,
  LineageNodeSummary,
  LineageRun,
} from '@understudy/plugin-lineage-common';

/** The environment that is meant when none is named. */
export const DEFAULT_ENVIRONMENT = 'production';
/** All of them. */
export const EVERY_ENVIRONMENT = '*';

/** A connection, and where it was observed. */
export interface WorldEdge extends LineageEdge {
  /** The default one when missing. What is declared belongs to every environment. */
  environment?: string;
  /** Types of the relations that declare it. */
  relations?: string[];
}

/** All that there is to know, for {@link MemoryLineageApi} to answer from. */
export interface World {
  nodes: LineageNodeSummary[];
  edges: WorldEdge[];
  entities: Entity[];
  /** Ids of nodes that the reader may not see. */
  restricted?: string[];
  facets?: Readonly<Record<string, LineageFacet[]>>;
  runs?: Readonly<Record<string, LineageRun[]>>;
  /** Whose a dataset or job is, as its sender says. */
  owners?: Readonly<Record<string, string[]>>;
}

/** Whether runs showed a connection, and where. */
export function observedIn(edge: WorldEdge): string | undefined {
  return edge.origin === 'declared'
    ? undefined
    : (edge.environment ?? DEFAULT_ENVIRONMENT);
}
