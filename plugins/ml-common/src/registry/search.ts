import { ModelVersionSummary } from './types';

/**
 * A version that a search across models found: `GET /versions`.
 *
 * @public
 */
export interface FoundVersion extends ModelVersionSummary {
  /** Entity ref of the owner of its model. */
  owner?: string;
  /** Versions of the contract that it has. */
  contractVersions: string[];
}

/**
 * A page of found versions, newest first.
 *
 * @public
 */
export interface FoundVersionPage {
  items: FoundVersion[];
  nextCursor?: string;
  /** Said only where the caller may read all models. */
  total?: number;
}
