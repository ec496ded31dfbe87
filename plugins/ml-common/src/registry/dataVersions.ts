import { VersionLink } from './types';

/**
 * What a version of a feature view is: how its features are computed. Two
 * versions with the same digest have the same definition; the order of lists
 * does not count.
 *
 * @public
 */
export interface FeatureViewDefinition {
  /** Names are unique. */
  fields: { name: string; type?: string; unit?: string }[];
  /** What values are looked up by; names are unique. */
  entities: { name: string; type?: string }[];
  /** After which a value is no longer served, ISO 8601 duration. */
  ttl?: string;
  /** What it is computed from: entity refs or names of tables and streams. */
  sources: string[];
  /** `sha256:` and 64 hexadecimal digits, over the code that computes it. */
  transformation?: string;
}

/**
 * What a version of a dataset is: the data as they were at a time.
 *
 * @public
 */
export interface DatasetSnapshot {
  /** How many rows it has. */
  rows?: number;
  /** How large it is, in bytes. */
  bytes?: number;
  /** Up to when it holds what happened, ISO 8601. */
  asOf?: string;
}

/**
 * What the registrations of versions of all kinds of data have.
 *
 * @public
 */
export interface DataVersionRegistration {
  /** Unique among the versions of the entity. */
  label: string;
  description?: string;
  /** ISO 8601 with a zone; the time of the request when left out. */
  createdAt?: string;
  tags?: { key: string; value: string }[];
  params?: { key: string; value: string }[];
  links?: VersionLink[];
}

/**
 * What a build sends to register a version of a feature view: the body of
 * `POST /feature-views/{namespace}/{name}/versions`.
 *
 * @public
 */
export interface FeatureViewVersionRegistration extends DataVersionRegistration {
  definition: FeatureViewDefinition;
  /**
   * The digest that the sender has worked out. It is refused when it is not
   * that of the definition, so that both know they mean the same.
   */
  digest?: string;
}

/**
 * What a job sends to register a version of a dataset: the body of
 * `POST /datasets/{namespace}/{name}/versions`.
 *
 * @public
 */
export interface DatasetVersionRegistration
  extends DataVersionRegistration, DatasetSnapshot {
  /** `sha256:` and 64 hexadecimal digits, over the data. */
  digest: string;
  /** Where the data are. */
  uri?: string;
}
