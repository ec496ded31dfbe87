import { Entity } from '@backstage/catalog-model';
import {
  LineageEdge,
  LineageFacet,
  LineageNodeSummary,
  LineageRun,
} from '@understudy/plugin-lineage-common';

/** All that there is to know, for {@link MemoryLineageApi} to answer from. */
export interface World {
  nodes: LineageNodeSummary[];
  edges: LineageEdge[];
  entities: Entity[];
  /** Ids of nodes that the reader may not see. */
  restricted?: string[];
  facets?: Readonly<Record<string, LineageFacet[]>>;
  runs?: Readonly<Record<string, LineageRun[]>>;
}
