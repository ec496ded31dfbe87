/**
 * Extension points of the machine learning backend.
 *
 * @packageDocumentation
 */
export {
  mlVersionSourcesExtensionPoint,
  type AliasWriter,
  type MlVersionSourcesExtensionPoint,
  type SourceRecord,
  type SourceVersion,
  type VersionSource,
} from './versionSources';
export {
  mlIntakeDecisionsServiceRef,
  type MlIntakeDecisionsService,
} from './intakeDecisions';
export { linearTimePatterns } from './linearTimePatterns';
export {
  readRegistryImportConfig,
  type RegistryImportConfig,
} from './readRegistryImportConfig';
