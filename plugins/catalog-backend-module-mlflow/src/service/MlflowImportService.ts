import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Collision, ImportCounts } from '../plan/ImportPlan';

/** How an import stands, as it is shown to people. Times are ISO 8601. */
export interface ImportStatus {
  id: string;
  title: string;
  uiUrl: string;
  lastAttemptAt?: string;
  lastSuccessAt?: string;
  lastError?: string;
  counts?: ImportCounts;
  /** A loss of records that waits for release. */
  held?: {
    since: string;
    before: number;
    after: number;
    /** Entity refs, the first of them. */
    removed: string[];
  };
}

/** What an import would do. */
export interface ImportReport {
  models: {
    ref: string;
    /** Name of a record behind it. */
    record: string;
    change: 'create' | 'keep' | 'remove';
    owner?: string;
    ownerReason?: string;
  }[];
  collisions: Collision[];
  folded: { ref: string; variants: number }[];
  /** Records of Models that the import leaves to others, and why. */
  bound: { record: string; ref: string; by: string }[];
  /** Records that are left alone. */
  ignored: string[];
  /** Set when the import would wait for release. */
  held?: { before: number; after: number };
  /** Whether a list was cut. */
  truncated: boolean;
}

/** What may be done with imports. */
export interface MlflowImportService {
  list(options: { credentials: BackstageCredentials }): Promise<ImportStatus[]>;

  preview(
    id: string,
    options: { signal?: AbortSignal; credentials: BackstageCredentials },
  ): Promise<ImportReport>;

  /** Asks for an import soon; it is not done when this resolves. */
  sync(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;

  /** Lets the held change through and asks for an import. */
  release(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
}
