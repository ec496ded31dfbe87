import { AssignmentSummary } from './types';

/**
 * A version that is champion at one target.
 *
 * @public
 */
export interface ModelChampion extends AssignmentSummary {
  versionId: string;
  /** Label of the version. */
  version: string;
}

/**
 * A model as the list of all models shows it.
 *
 * @public
 */
export interface ModelListItem {
  /** Entity ref. */
  ref: string;
  title: string;
  description?: string;
  owner?: string;
  type: string;
  lifecycle: string;
  /** The highest risk tier of its uses that is known. */
  tier?: string;
  /** False when the true tier may be higher than `tier`. */
  tierComplete: boolean;
  champions: ModelChampion[];
  latestVersion?: { id: string; label: string; createdAt: string };
  versionCount: number;
}

/**
 * A page of models. `total` is left out when the caller may not see every
 * model, because it would tell how many there are.
 *
 * @public
 */
export interface ModelPage {
  items: ModelListItem[];
  nextCursor?: string;
  total?: number;
}
