import { LineageNodeSummary } from '../graph/types';

/**
 * Where the catalog and what was observed disagree: a connection that is
 * declared and was never seen in a run, or that was seen and nobody declares.
 *
 * @public
 */
export type LineageFindingType =
  'declared-not-observed' | 'observed-not-declared';

/**
 * A connection of an entity with another one about which the catalog and what
 * was observed disagree.
 *
 * @public
 */
export interface LineageFinding {
  type: LineageFindingType;
  /** The side of the root on which the other entity is. */
  side: 'upstream' | 'downstream';
  /** The entity at the other end. */
  other: LineageNodeSummary;
  /** Types of the relations that declare it, as the dependent or producing entity states them. */
  relations: string[];
  /** Observed through so many datasets and jobs that are no entities. */
  via?: number;
  /** ISO 8601, UTC: when it was last observed directly or through one other node, if ever; of a declared one: it is over. */
  lastSeen?: string;
  /** Whether anything at all was observed of the root and of the other end; without, no tool reports there. */
  reporting: { root: boolean; other: boolean };
}

/**
 * All disagreements about the direct connections of an entity.
 *
 * @public
 */
export interface LineageFindings {
  root: string;
  items: LineageFinding[];
  /** There are more connections than were compared. */
  truncated: boolean;
  /** False when some connections may not be seen by the caller. */
  complete: boolean;
}
