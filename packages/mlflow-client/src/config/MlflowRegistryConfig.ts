/**
 * How to sign in to an MLflow server.
 *
 * @public
 */
export type MlflowAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string };

/**
 * One MLflow server, as configured under `ml.registries.<id>`.
 *
 * @public
 */
export interface MlflowRegistryConfig {
  /** The id used in `spec.registries[].server`. */
  id: string;
  /** Name for people. */
  title: string;
  /** Where the backend reaches the server, without a slash at the end. */
  baseUrl: string;
  /** Where people reach its pages, without a slash at the end. */
  uiUrl: string;
  /**
   * The workspace that is read, on a server that has them (MLflow 3.10 and
   * later). One entry per workspace: names are unique within one only.
   */
  workspace?: string;
  auth: MlflowAuth;
  requestsPerSecond: number;
  /** Time limit of one request, in milliseconds. */
  timeoutMs: number;
  /** How often versions are read, in seconds. */
  intervalSeconds: number;
}
