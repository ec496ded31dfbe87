/**
 * Machine learning pages, entity cards and the promotion workflow. The default
 * export is the plugin for the new frontend system; `./legacy` holds the same
 * for the legacy one.
 *
 * @packageDocumentation
 */
export { mlPlugin as default } from './plugin';
export { contractApiRef, type ContractApi } from './api/ContractApi';
export type {
  ContractConsumers,
  ContractDifference,
  ContractFormat,
  ContractOverview,
  ContractVersionPage,
  DeprecationRequest,
  ExportedContract,
  WaiverDecision,
  WaiverQuery,
} from './api/contractTypes';
export { intakeApiRef, type IntakeApi } from './api/IntakeApi';
export type {
  IntakeImport,
  IntakeQuery,
  IntakeServer,
} from './api/intakeTypes';
export { mlApiRef, type MlApi } from './api/MlApi';
export {
  registryImportApiRef,
  type RegistryImportApi,
} from './api/RegistryImportApi';
export type {
  AliasDriftDecision,
  AliasHistoryPage,
  AliasHistoryQuery,
  CardReviewInput,
  FoundVersionQuery,
  RegistryTokenRequest,
} from './api/registryTypes';
export type {
  AssignmentPage,
  AssignmentQuery,
  EventQuery,
  ModelQuery,
  PromotionDecision,
  PromotionQuery,
  PromotionRequest,
  RollbackRequest,
  VersionQuery,
} from './api/types';
export {
  catalogIndexRouteRef,
  compareRouteRef,
  datasetsRouteRef,
  datasetVersionRouteRef,
  featureViewsRouteRef,
  featureViewVersionRouteRef,
  intakeRouteRef,
  lineageRouteRef,
  modelsRouteRef,
  promotionRouteRef,
  promotionsRouteRef,
  registriesRouteRef,
  registryTokensRouteRef,
  rootRouteRef,
  versionRouteRef,
  versionSearchRouteRef,
} from './routes';
export { cardMessages } from './card/messages';
export { cardTranslationRef } from './card/translation';
export { contractMessages } from './contract/messages';
export { contractTranslationRef } from './contract/translation';
export { dataMessages } from './fields/messages';
export { dataTranslationRef } from './fields/translation';
export { intakeMessages } from './intake/messages';
export { intakeTranslationRef } from './intake/translation';
export { mlMessages } from './messages';
export { promotionMessages } from './promotion/messages';
export { promotionTranslationRef } from './promotion/translation';
export { registryMessages } from './models/messages';
export { registryTranslationRef } from './models/translation';
export { mlTranslationRef } from './translation';
export { versionsMessages } from './versions/messages';
export { versionsTranslationRef } from './versions/translation';
