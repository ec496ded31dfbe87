import { CustomErrorBase } from '@backstage/errors';
import type { SourceRecord, SourceVersion } from './versionSources';

/**
 * Thrown by a {@link RegistryWriter} when the registry understood a change and
 * refused it. Whoever asked for the change is told what the registry said.
 *
 * @public
 */
export class RegistryRefusedError extends CustomErrorBase {
  name = 'RegistryRefusedError';
  /** The HTTP status. */
  readonly status: number;
  /** The registry's own code, such as `INVALID_PARAMETER_VALUE` of MLflow. */
  readonly code: string;

  constructor(message: string, options: { status: number; code: string }) {
    super(message);
    this.status = options.status;
    this.code = options.code;
  }
}

/**
 * A record that a {@link RegistryWriter} changes.
 *
 * @public
 */
export type WrittenRecord = Pick<
  SourceRecord,
  'workspace' | 'name' | 'firstName' | 'kind'
>;

/**
 * A version to be registered at a registry.
 *
 * @public
 */
export interface NewSourceVersion {
  /** Where the artifact is: a URI. */
  source: string;
  runId?: string;
  runLink?: string;
  modelId?: string;
  description?: string;
  tags: { key: string; value: string }[];
}

/**
 * Changes models whose home is a registry, for clients of the portal. Every
 * call answers what the registry holds afterwards, because that is what counts.
 *
 * Throws {@link RegistryRefusedError} when the registry refuses, and
 * ServiceUnavailableError when it cannot be asked.
 *
 * @public
 */
export interface RegistryWriter {
  /**
   * What the registry holds of a record now; undefined when it holds none. The
   * portal asks when it does not know how a change ended.
   */
  findRecord(options: {
    record: WrittenRecord;
    signal: AbortSignal;
  }): Promise<SourceRecord | undefined>;

  /** As `findRecord`, for a version of a record. */
  findVersion(options: {
    record: WrittenRecord;
    version: string;
    signal: AbortSignal;
  }): Promise<SourceVersion | undefined>;

  /** Registers a version; never sent twice. */
  createVersion(options: {
    record: WrittenRecord;
    version: NewSourceVersion;
    signal: AbortSignal;
  }): Promise<SourceVersion>;

  /**
   * The first version with a source and a run that was registered since a
   * moment, ISO 8601: a client that hears no answer asks again.
   */
  findCreatedSince(options: {
    record: WrittenRecord;
    version: Pick<NewSourceVersion, 'source' | 'runId' | 'tags'>;
    since: string;
    signal: AbortSignal;
  }): Promise<SourceVersion | undefined>;

  describeVersion(options: {
    record: WrittenRecord;
    version: string;
    description: string;
    signal: AbortSignal;
  }): Promise<SourceVersion>;

  /** A value that is undefined removes the tag. */
  tagVersion(options: {
    record: WrittenRecord;
    version: string;
    tag: { key: string; value: string | undefined };
    signal: AbortSignal;
  }): Promise<SourceVersion>;

  deleteVersion(options: {
    record: WrittenRecord;
    version: string;
    signal: AbortSignal;
  }): Promise<void>;

  describeRecord(options: {
    record: WrittenRecord;
    description: string;
    signal: AbortSignal;
  }): Promise<SourceRecord>;

  /** A value that is undefined removes the tag. */
  tagRecord(options: {
    record: WrittenRecord;
    tag: { key: string; value: string | undefined };
    signal: AbortSignal;
  }): Promise<SourceRecord>;

  /**
   * Moves a version to a stage of the registry's own, as MLflow has them.
   * Absent where the registry has none: the portal then refuses.
   */
  setStage?(options: {
    record: WrittenRecord;
    version: string;
    stage: string;
    /** Moves the others of the stage to `Archived`. */
    archiveExisting: boolean;
    signal: AbortSignal;
  }): Promise<SourceVersion>;

  /** Gives the record another name; its versions and aliases go along. */
  renameRecord(options: {
    record: WrittenRecord;
    newName: string;
    signal: AbortSignal;
  }): Promise<SourceRecord>;

  /** Deletes the record with its versions; the portal keeps what it knew. */
  deleteRecord(options: {
    record: WrittenRecord;
    signal: AbortSignal;
  }): Promise<void>;

  /** A version that is undefined takes the alias off. */
  setAlias(options: {
    record: WrittenRecord;
    alias: string;
    version: string | undefined;
    signal: AbortSignal;
  }): Promise<void>;
}
