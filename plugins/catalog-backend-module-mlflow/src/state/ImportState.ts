import { ImportCounts } from '../plan/ImportPlan';

/** A loss of records that waits for somebody to let it through. */
export interface HeldChange {
  /** ISO 8601. */
  since: string;
  /** Records before and after. */
  before: number;
  after: number;
  /** Entity refs of the Models concerned, the first of them. */
  removed: string[];
  /** Identifies exactly this loss. */
  fingerprint: string;
}

/** How the import of one server stands. Times are ISO 8601. */
export interface ImportState {
  lastStartedAt?: string;
  lastFinishedAt?: string;
  lastSuccessAt?: string;
  lastError?: string;
  counts?: ImportCounts;
  entitiesDigest?: string;
  appliedAt?: string;
  held?: HeldChange;
  releasedFingerprint?: string;
}
