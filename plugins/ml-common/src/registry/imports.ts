import { RegistryBindingSource } from '../intake/types';

/**
 * How the import of models from one registry into the catalog stands.
 *
 * @public
 */
export interface RegistryImport {
  /** Id of the registry server. */
  id: string;
  title: string;
  uiUrl: string;
  /** ISO 8601, as all times here. */
  lastAttemptAt?: string;
  lastSuccessAt?: string;
  lastError?: string;
  /** What the last successful read found. */
  counts?: RegistryImportCounts;
  /** A change that is too large to be made without somebody looking at it. */
  held?: HeldImport;
}

/**
 * What a read of a registry found.
 *
 * @public
 */
export interface RegistryImportCounts {
  /** Records the registry has. */
  records: number;
  prompts: number;
  /** Records of models that teams keep themselves. */
  bound: number;
  /** Records that are left alone, whoever says so. */
  ignored: number;
  /** Models that stand in the catalog because of the import. */
  imported: number;
  /** Imported models whose record has gone. */
  gone: number;
  withoutOwner: number;
}

/**
 * A change that waits for somebody to release it.
 *
 * @public
 */
export interface HeldImport {
  since: string;
  /** Records before and after. */
  before: number;
  after: number;
  /** Entity refs that would go, the first of them. */
  removed: string[];
}

/**
 * What an import would do. Nothing is written.
 *
 * @public
 */
export interface ImportPreview {
  /** Models that would be in the catalog, and those that would leave it. */
  models: ImportPreviewModel[];
  /** Several records that lay claim to one entity name. */
  collisions: { ref: string; records: string[] }[];
  /** Models that hold several trained lines. */
  folded: { ref: string; variants: number }[];
  /**
   * Records that get no model of their own: a team keeps the model itself, or
   * somebody bound the record to it in the intake.
   */
  bound: { record: string; ref: string; by: RegistryBindingSource }[];
  /** Records that the configuration says to leave alone. */
  ignored: string[];
  /** Records that somebody decided to leave alone in the intake. */
  ignoredInIntake: { record: string; reason: string }[];
  /** Set when the import would be held back. */
  held?: { before: number; after: number };
  /** Set when the lists are longer than what is shown. */
  truncated: boolean;
}

/**
 * A model an import would write.
 *
 * @public
 */
export interface ImportPreviewModel {
  ref: string;
  /** Name of the record in the registry. */
  record: string;
  change: 'create' | 'keep' | 'remove';
  /** Entity ref of the owner that was found. */
  owner?: string;
  /** Where the owner comes from, or why there is none. */
  ownerReason?: string;
}
