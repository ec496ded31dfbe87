/**
 * Machine learning pages, entity cards and the promotion workflow. The default
 * export is the plugin for the new frontend system; `./legacy` holds the same
 * for the legacy one.
 *
 * @packageDocumentation
 */
export { mlPlugin as default } from './plugin';
export { mlApiRef, type MlApi } from './api/MlApi';
export {
  registryImportApiRef,
  type RegistryImportApi,
} from './api/RegistryImportApi';
export type {
  HeldImport,
  ImportPreview,
  ImportPreviewModel,
  RegistryImport,
  RegistryImportCounts,
} from './api/registryImports';
export type {
  AssignmentPage,
  AssignmentQuery,
  ModelQuery,
  PromotionDecision,
  PromotionQuery,
  PromotionRequest,
  RollbackRequest,
  VersionQuery,
} from './api/types';
export {
  compareRouteRef,
  modelsRouteRef,
  promotionRouteRef,
  promotionsRouteRef,
  registriesRouteRef,
  rootRouteRef,
  versionRouteRef,
} from './routes';
export { mlTranslationRef } from './translation';
