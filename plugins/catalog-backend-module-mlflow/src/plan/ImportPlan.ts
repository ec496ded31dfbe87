import { Entity } from '@backstage/catalog-model';
import { MlflowKeyValue } from '@understudy/mlflow-client';
import { RegistryBinding } from '@understudy/plugin-ml-common';

/** What is kept of a record, so that its Model can be shown when it has gone. */
export interface RecordSnapshot {
  description?: string;
  tags: MlflowKeyValue[];
}

/** A record as the state knows it. */
export interface KnownRecord {
  name: string;
  kind: 'model' | 'prompt';
  /** The Model it belongs to; absent when it is ignored. */
  entityRef?: string;
  snapshot: RecordSnapshot;
  /** ISO 8601. */
  firstSeenAt: string;
  /** ISO 8601. */
  goneSince?: string;
}

/** A record and the Model it belongs to. */
export interface BoundRecord {
  record: KnownRecord;
  binding: RegistryBinding;
}

/** An owner, or why there is none. */
export interface OwnerGuess {
  /** Entity ref of a group. */
  owner?: string;
  /** What led to the owner, or what was missing. */
  reason: string;
  /** How the owner came about, for the annotation. */
  source?: string;
}

/** A Model to be emitted. */
export interface PlannedModel {
  entityRef: string;
  entity: Entity;
  records: KnownRecord[];
  owner: OwnerGuess;
}

/** Records that lay claim to one name, and how that was settled. */
export interface Collision {
  ref: string;
  records: string[];
}

/** What an import comes down to; made by a pure function, applied or shown. */
export interface ImportPlan {
  models: PlannedModel[];
  /** Records of Models that the importer does not emit. */
  bound: BoundRecord[];
  /** Names of records that a pattern tells to leave alone. */
  ignored: string[];
  collisions: Collision[];
  /** The state after the import. */
  records: KnownRecord[];
  /** Records that were there and are not any more. */
  dropped: KnownRecord[];
  /** Records that were there before. */
  before: number;
  counts: ImportCounts;
}

/** Numbers about the last import. */
export interface ImportCounts {
  /** Records the server has. */
  records: number;
  prompts: number;
  /** Records of Models that teams keep themselves. */
  bound: number;
  ignored: number;
  /** Models in the catalog because of the import. */
  imported: number;
  /** Imported Models whose record has gone. */
  gone: number;
  withoutOwner: number;
}
