import { Entity } from '@backstage/catalog-model';
import {
  LineageEdge,
  LineageFacet,
  LineageFieldEdge,
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
  /** ISO 8601 times between which it was current; ever and still when missing. */
  since?: string;
  until?: string;
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
  /** Connections between fields. */
  fields?: LineageFieldEdge[];
  /** Whose a dataset or job is, as its sender says. */
  owners?: Readonly<Record<string, string[]>>;
}

/** Whether runs showed a connection, and where. */
export function observedIn(edge: WorldEdge): string | undefined {
  return edge.origin === 'declared'
    ? undefined
    : (edge.environment ?? DEFAULT_ENVIRONMENT);
}

/**
 * The world with the connections of some time, which are those of now unless one
 * is given. What is declared has no history: of another time there is none of it.
 */
export function worldAt(world: World, asOf?: string): World {
  const time = asOf ?? new Date().toISOString();
  const isCurrent = ({ since, until }: WorldEdge) =>
    (since === undefined || since <= time) &&
    (until === undefined || time < until);
  const edges = world.edges.filter(isCurrent);
  return {
    ...world,
    edges:
      asOf === undefined
        ? edges
        : edges
            .filter(({ origin }) => origin !== 'declared')
            .map(edge => ({ ...edge, origin: 'observed' })),
  };
}
