/**
 * Extension points of the machine learning backend, and what importers of models
 * into the catalog share.
 *
 * @packageDocumentation
 */
export {
  mlVersionSourcesExtensionPoint,
  type AliasWriter,
  type MlVersionSourcesExtensionPoint,
  type RunEvidence,
  type SourceRecord,
  type SourceVersion,
  type VersionSource,
} from './versionSources';
export {
  RegistryRefusedError,
  type NewSourceVersion,
  type RegistryWriter,
  type WrittenRecord,
} from './registryWriter';
export {
  mlIntakeDecisionsServiceRef,
  type MlIntakeDecisionsService,
} from './intakeDecisions';
export { waitForIntakeDecisions } from './waitForIntakeDecisions';
export {
  ML_INTAKE_TOPIC,
  subscribeToIntake,
  type MlIntakeEventPayload,
} from './intakeEvents';
export {
  readCatalogKnowledge,
  type CatalogKnowledge,
  type CatalogModel,
} from './importing/CatalogKnowledge';
export { entitiesDigest } from './importing/entitiesDigest';
export type {
  BoundRecord,
  ImportedOwner,
  ImportPlan,
  KnownRecord,
  ListedRecord,
  PlannedModel,
} from './importing/ImportPlan';
export type { ImportRules } from './importing/ImportRules';
export { planImport, type PlanImportOptions } from './importing/planImport';
export type { PortalModel } from './portalModels/PortalModel';
export {
  ML_PORTAL_MODELS_TOPIC,
  mlPortalModelsServiceRef,
  type MlPortalModelsService,
} from './portalModels/portalModels';
export {
  toPortalModel,
  PORTAL_MODEL_PROVIDER,
} from './portalModels/toPortalModel';
export { doInBackground } from './background/doInBackground';
export { shareRunning } from './background/shareRunning';
export { streamInBackground } from './background/streamInBackground';
export { linearTimePatterns } from './linearTimePatterns';
export {
  readRegistryImportConfig,
  type RegistryImportConfig,
} from './readRegistryImportConfig';
