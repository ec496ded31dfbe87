import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  DigestStrength,
  EvidenceOrigin,
  RegistryBindingRule,
  VersionComponent,
  VersionLink,
  VersionMetric,
  VersionProvenance,
  VersionSignature,
} from '@understudy/plugin-ml-common';
import type { RegistryWriter } from './registryWriter';

/**
 * A record of an outside registry, as a {@link VersionSource} lists it.
 *
 * @public
 */
export interface SourceRecord {
  workspace?: string;
  /** The name in the registry, verbatim. */
  name: string;
  /**
   * The name it had first, where the portal knows that it was renamed. What
   * identifies a version, such as a digest, goes by it, so that it stays.
   */
  firstName?: string;
  kind: 'model' | 'prompt';
  description?: string;
  tags: { key: string; value: string }[];
  /** Aliases and the version each points at. */
  aliases: { alias: string; version: string }[];
  /**
   * Changes whenever the record or any of its versions changes, where the
   * registry offers such a mark. Without it the versions are always read.
   */
  changeMark?: string;
  url?: string;
}

/**
 * A version as a {@link VersionSource} reads it from the registry.
 *
 * @public
 */
export interface SourceVersion {
  /** The registry's number or name of the version. */
  recordVersion: string;
  digest: string;
  digestStrength: DigestStrength;
  description?: string;
  variant?: string;
  artifactUri?: string;
  runId?: string;
  modelId?: string;
  /** A stage of the registry's own, as MLflow has them. */
  stage?: string;
  createdBy?: string;
  /** ISO 8601. */
  createdAt: string;
  /** Raw metrics; canonical names are given by the backend. */
  metrics: Omit<VersionMetric, 'name'>[];
  params: { key: string; value: string }[];
  tags: { key: string; value: string }[];
  signature?: VersionSignature;
  components: VersionComponent[];
  links: VersionLink[];
  /** What the server knows of how it was made; kept as evidence, once. */
  provenance?: Omit<VersionProvenance, keyof EvidenceOrigin>;
}

/**
 * What a tracking server knows of the run behind a version.
 *
 * @public
 */
export type RunEvidence = Pick<
  SourceVersion,
  | 'metrics'
  | 'params'
  | 'links'
  | 'runId'
  | 'artifactUri'
  | 'signature'
  | 'provenance'
>;

/**
 * Moves aliases in a registry. Every call sets a state, so that repeating it
 * does no harm.
 *
 * @public
 */
export interface AliasWriter {
  setAlias(options: {
    record: { workspace?: string; name: string };
    alias: string;
    version: string;
    signal: AbortSignal;
  }): Promise<void>;

  /** The version the alias points at, or undefined when it is not set. */
  readAlias(options: {
    record: { workspace?: string; name: string };
    alias: string;
    signal: AbortSignal;
  }): Promise<string | undefined>;

  /** The command a person would type to do what `setAlias` does. */
  manualCommand(options: {
    record: { workspace?: string; name: string };
    alias: string;
    version: string;
  }): string;
}

/**
 * A registry that model versions come from. Bring one to the backend with
 * {@link mlVersionSourcesExtensionPoint}.
 *
 * Errors thrown from any call mean that the registry could not be read: what
 * is known stays as it is and is shown as stale.
 *
 * @public
 */
export interface VersionSource {
  /** Id of the server, unique in the backend; `spec.registries[].server`. */
  readonly id: string;
  /** Kind of registry, such as `mlflow`. */
  readonly type: string;
  /** Name of the server for people. */
  readonly title: string;
  readonly uiUrl?: string;
  /** Rules that bind records to Models that do not name them. */
  readonly bindingRules: RegistryBindingRule[];
  /** Namespace of Models that are imported for unbound records. */
  readonly namespace: string;
  /** Environment of records of which neither Model nor rule says any. */
  readonly environment?: string;
  /** How often the backend should read, in seconds. */
  readonly intervalSeconds: number;
  /** Present where promotions can move aliases. */
  readonly aliases?: AliasWriter;
  /**
   * Present where clients of the portal can change models whose home this
   * registry is. Without it the portal refuses, and names the registry.
   */
  readonly registryWriter?: RegistryWriter;

  /**
   * Present where the server also tracks runs: what it knows of the run or the
   * logged model that a version of the portal names. Answers undefined when it
   * knows neither, or when the artifact at `source` is not theirs.
   */
  readRunEvidence?(options: {
    source: string;
    runId?: string;
    modelId?: string;
    signal: AbortSignal;
  }): Promise<RunEvidence | undefined>;

  /** All records. A failure at any page must throw. */
  listRecords(options: { signal: AbortSignal }): AsyncIterable<SourceRecord>;

  /** All versions of one record. A failure at any page must throw. */
  listVersions(options: {
    record: SourceRecord;
    signal: AbortSignal;
  }): AsyncIterable<SourceVersion>;
}

/**
 * Where a module registers its {@link VersionSource}s.
 *
 * @public
 */
export interface MlVersionSourcesExtensionPoint {
  addVersionSource(source: VersionSource): void;
}

/**
 * Use it to bring a registry as a source of model versions.
 *
 * @public
 */
export const mlVersionSourcesExtensionPoint =
  createExtensionPoint<MlVersionSourcesExtensionPoint>({
    id: 'ml.version-sources',
  });
