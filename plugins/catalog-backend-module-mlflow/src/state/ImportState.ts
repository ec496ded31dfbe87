import { HeldImport, RegistryImportCounts } from '@understudy/plugin-ml-common';

/** A loss of records that waits for somebody to let it through. */
export interface HeldChange extends HeldImport {
  /** Identifies exactly this loss. */
  fingerprint: string;
}

/** How the import of one server stands. Times are ISO 8601. */
export interface ImportState {
  lastStartedAt?: string;
  lastFinishedAt?: string;
  lastSuccessAt?: string;
  lastError?: string;
  counts?: RegistryImportCounts;
  entitiesDigest?: string;
  appliedAt?: string;
  held?: HeldChange;
  releasedFingerprint?: string;
}
