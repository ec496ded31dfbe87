import type { Entity } from '@backstage/catalog-model';
import type {
  ImportPreview,
  RegistryBinding,
  RegistryImportCounts,
} from '@understudy/plugin-ml-common';
import type { SourceRecord } from '../versionSources';

/**
 * A record as a registry lists it, as far as an import goes by it.
 *
 * @public
 */
export type ListedRecord = Pick<
  SourceRecord,
  'name' | 'kind' | 'description' | 'tags'
>;

/**
 * A record as an importer knows it from this and former reads.
 *
 * @public
 */
export interface KnownRecord {
  name: string;
  kind: 'model' | 'prompt';
  /** The Model it belongs to; absent when it is left alone. */
  entityRef?: string;
  /** What is kept of it, so that its Model can be shown when it has gone. */
  snapshot: Pick<ListedRecord, 'description' | 'tags'>;
  /** ISO 8601. */
  firstSeenAt: string;
  /** Since when the registry no longer has it, ISO 8601. */
  goneSince?: string;
}

/**
 * A record and the Model it belongs to.
 *
 * @public
 */
export interface BoundRecord {
  record: KnownRecord;
  binding: RegistryBinding;
}

/**
 * An owner, or why there is none.
 *
 * @public
 */
export interface ImportedOwner {
  /** Entity ref of a group. */
  owner?: string;
  /** What led to the owner, or what was missing. */
  reason: string;
  /** How the owner came about, for the annotation. */
  source?: string;
}

/**
 * A Model that an import gives to the catalog.
 *
 * @public
 */
export interface PlannedModel {
  entityRef: string;
  entity: Entity;
  /** Its own records before those that people bound to it. */
  records: BoundRecord[];
  owner: ImportedOwner;
}

/**
 * What an import comes down to; made by `planImport`, then applied or shown.
 *
 * @public
 */
export interface ImportPlan {
  models: PlannedModel[];
  /** Records of Models that the importer does not emit. */
  bound: BoundRecord[];
  /** Names of records that a pattern tells to leave alone. */
  ignored: string[];
  /** Records that somebody decided to leave alone, and why. */
  ignoredInIntake: ImportPreview['ignoredInIntake'];
  /** Records that lay claim to one name, and how that was settled. */
  collisions: ImportPreview['collisions'];
  /** What is known after the import. */
  records: KnownRecord[];
  /**
   * Records that the registry had and no longer has. What was decided about
   * records loses none.
   */
  dropped: KnownRecord[];
  /** Records that were there before. */
  before: number;
  counts: RegistryImportCounts;
}
