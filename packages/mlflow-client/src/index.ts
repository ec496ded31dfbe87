/**
 * A client for the registry of MLflow servers, 2.x and 3.x, and the
 * configuration that says where they are.
 *
 * @packageDocumentation
 */
export { MlflowClient } from './MlflowClient';
export type {
  MlflowCallOptions,
  MlflowClientOptions,
  MlflowSearchOptions,
} from './MlflowClientOptions';
export {
  MlflowRegistryWrites,
  type NewMlflowVersion,
} from './MlflowRegistryWrites';
export { MlflowTracking } from './MlflowTracking';
export { MlflowLinks } from './MlflowLinks';
export { eachMlflowRecord, type MlflowRecord } from './eachMlflowRecord';
export { isMlflowPrompt } from './isMlflowPrompt';
export {
  MlflowAuthError,
  MlflowError,
  MlflowLimitError,
  MlflowNotFoundError,
  MlflowProtocolError,
  MlflowResponseError,
  MlflowUnavailableError,
} from './errors';
export type {
  MlflowAlias,
  MlflowDatasetInput,
  MlflowExperiment,
  MlflowKeyValue,
  MlflowLoggedModel,
  MlflowMetric,
  MlflowModelVersion,
  MlflowRegisteredModel,
  MlflowRun,
} from './types';
export type {
  MlflowAuth,
  MlflowRegistryConfig,
} from './config/MlflowRegistryConfig';
export { readMlflowRegistries } from './config/readMlflowRegistries';
