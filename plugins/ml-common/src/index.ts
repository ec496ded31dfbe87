/**
 * Types, permissions and pure rules shared by the machine learning plugins.
 *
 * @packageDocumentation
 */
export type {
  Assignment,
  AssignmentSlot,
  AssignmentSummary,
  DigestStrength,
  ModelVersion,
  ModelVersionPage,
  ModelVersionSummary,
  PromotionTarget,
  RegistryRecordRef,
  RegistrySourceStatus,
  SignatureField,
  VersionChange,
  VersionComponent,
  VersionLink,
  VersionMetric,
  VersionSignature,
  VersionSourceRef,
} from './registry/types';
export {
  indexDeclaredBindings,
  registryRecordKey,
  resolveBinding,
  type BindingContext,
  type DeclaredBinding,
  type DeclaredBindings,
  type RegistryBinding,
} from './registry/binding';
export {
  compileBindingRules,
  compilePattern,
  type BindingPattern,
  type BindingPatternEngine,
  type BindingRuleFields,
  type CompiledBindingRule,
  type RegistryBindingRule,
} from './registry/bindingRules';
export type {
  VersionComparison,
  VersionComparisonArtifact,
  VersionComparisonComponent,
  VersionComparisonData,
  VersionComparisonField,
  VersionComparisonMetric,
} from './registry/comparison';
export type {
  ModelChampion,
  ModelListItem,
  ModelPage,
} from './registry/models';
export type {
  HeldImport,
  ImportPreview,
  ImportPreviewModel,
  RegistryImport,
  RegistryImportCounts,
} from './registry/imports';
export { intakeLimits } from './intake/limits';
export type {
  IntakeAction,
  IntakeDecision,
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakePage,
  IntakeRecord,
  IntakeStatus,
  IntakeSuggestion,
  KeptIntakeDecision,
  RegistryBindingSource,
} from './intake/types';
export type {
  AliasChange,
  AliasDrift,
  AliasDriftChoice,
  NamedVersion,
} from './registry/aliases';
export type { FoundVersion, FoundVersionPage } from './registry/search';
export type { VersionRegistration } from './registry/registration';
export type {
  DatasetSnapshot,
  DatasetVersionRegistration,
  DataVersionRegistration,
  FeatureViewDefinition,
  FeatureViewVersionRegistration,
} from './registry/dataVersions';
export type {
  DriftBaseline,
  Evaluation,
  EvaluationComparison,
  EvaluationMetric,
  EvaluationSlice,
  EvidenceAddition,
  EvidenceOrigin,
  NewArtifact,
  NewEvaluation,
  NewEvaluationMetric,
  SignatureVerification,
  VersionArtifact,
  VersionCard,
  VersionEvidence,
  VersionLabel,
  VersionProvenance,
  VersionTombstone,
} from './evidence/types';
export type {
  ConsumerBasis,
  ContractCheck,
  ContractConsumer,
  ContractDeprecation,
  ContractObservation,
  ContractOrigin,
  ContractVersion,
  ContractVersionSummary,
  DeprecationProgress,
} from './contracts/types';
export {
  readEntityContracts,
  type EntityContract,
} from './contracts/readEntityContracts';
export {
  contractWaiverStates,
  type ContractChoice,
  type ContractWaiver,
  type ContractWaiverChoice,
  type ContractWaiverPage,
  type ContractWaiverRequest,
  type ContractWaiverState,
  type ContractWaiverStep,
  type WaivedFinding,
} from './contracts/waivers';
export type {
  GateEvidence,
  GateExplanation,
  GateRun,
  GateStatus,
  Promotion,
  PromotionAction,
  PromotionApproval,
  PromotionApprovalRequirement,
  PromotionExecution,
  PromotionKind,
  PromotionOptions,
  PromotionPage,
  PromotionSummary,
  RollbackOption,
} from './promotion/types';
export type { PolicySourceStatus } from './promotion/policies';
export {
  normalizeSegment,
  parseSegment,
  WHOLE_SEGMENT,
} from './promotion/segment';
export {
  activePromotionStates,
  finalPromotionStates,
  pendingPromotionStates,
  promotionStates,
  type PromotionState,
} from './promotion/states';
export {
  nextPromotionState,
  promotionEvents,
  type PromotionEffect,
  type PromotionEvent,
  type PromotionFacts,
  type PromotionTransition,
} from './promotion/transitions';
export type {
  LedgerEvent,
  LedgerEventData,
  LedgerPage,
  LedgerVerification,
} from './ledger/types';
export {
  mlContractPublishPermission,
  mlContractWaivePermission,
  mlCardReviewPermission,
  mlIntakeClaimPermission,
  mlIntakeDecidePermission,
  mlIntakeReadPermission,
  mlLedgerReadPermission,
  mlModelPermissions,
  mlModelRegisterPermission,
  mlRegistryTokenCreatePermission,
  mlPermissions,
  mlPromotionApprovePermission,
  mlPromotionCancelPermission,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
  mlRegistrySyncPermission,
  mlVersionRegisterPermission,
} from './permissions';
export {
  ML_API_GROUP,
  ML_API_VERSION,
  mlKinds,
  type MlKind,
} from './entity/kinds';
export { entityLimits } from './entity/limits';
export {
  FINDING_STATUS_TYPE,
  readFindings,
  type EntityFinding,
  type FindingStatusItem,
} from './entity/findings';
export {
  parseVersionRef,
  stringifyVersionRef,
  VERSION_LABEL_PATTERN,
  VERSION_REF_MAX_LENGTH,
  type VersionRef,
} from './entity/parseVersionRef';
export { previousRefs } from './entity/previousRefs';
export { readPath, type ValueAtPath } from './entity/readPath';
export {
  isLayerReferenceField,
  type ReferenceField,
} from './entity/ReferenceField';
export { nameOfPattern, textForms, type TextForm } from './entity/textForms';
export {
  createEntityNamer,
  toEntityName,
  toEntityNames,
} from './entity/toEntityName';
export {
  defaultRiskTiers,
  highestTier,
  type RiskTierResult,
} from './model/highestTier';
export {
  isModelEntity,
  type ModelConsumption,
  type ModelEntity,
  type ModelExperiment,
  type ModelInlineVersion,
  type ModelRegistryRecord,
  type ModelServing,
  type ModelUse,
} from './model/ModelEntity';
export { modelHome, PORTAL_HOME } from './model/modelHome';
export { modelReferences } from './model/modelReferences';
export { modelSchema } from './model/modelSchema';
export {
  componentRoles,
  consumptionModes,
  modelOrigins,
  modelTypes,
  servingModes,
  stewardPhases,
  type StewardPhase,
} from './model/modelVocabulary';
export {
  ANNOTATION_IMPORTED_BY,
  ANNOTATION_OWNER_SOURCE,
  ANNOTATION_PREVIOUS_REFS,
  ANNOTATION_REGISTRY_GONE_SINCE,
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_REGISTRY_SERVER,
  ANNOTATION_REGISTRY_WORKSPACE,
  mlAnnotations,
  type MlAnnotation,
} from './annotations';
export {
  mlGraphRelations,
  mlRelationPairs,
  RELATION_BASE_OF,
  RELATION_BASED_ON,
  RELATION_CONSUMES_FEATURE,
  RELATION_DERIVED_FROM,
  RELATION_EVALUATED_ON,
  RELATION_EVALUATION_DATA_FOR,
  RELATION_FEATURE_CONSUMED_BY,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
  RELATION_PRODUCED_BY,
  RELATION_PRODUCES,
  RELATION_SERVED_BY,
  RELATION_SERVES,
  RELATION_SOURCE_OF,
  RELATION_STEWARD_OF,
  RELATION_STEWARDED_BY,
  RELATION_TRAINED_ON,
  RELATION_TRAINING_DATA_FOR,
  reverseRelation,
  type MlRelationPair,
} from './relations';
export {
  isDatasetEntity,
  type DatasetEntity,
  type QualityExpectation,
} from './dataset/DatasetEntity';
export { datasetReferences } from './dataset/datasetReferences';
export { datasetSchema } from './dataset/datasetSchema';
export { datasetTypes, qualityDimensions } from './dataset/datasetVocabulary';
export type { DataField, PhysicalDataset } from './entity/dataTypes';
export { personalDataFlags, physicalRoles } from './entity/dataVocabulary';
export { isFeatureEntity, type FeatureEntity } from './feature/FeatureEntity';
export { featureNames } from './feature/featureNames';
export { featureReferences } from './feature/featureReferences';
export { featureSchema } from './feature/featureSchema';
export {
  isFeatureViewEntity,
  type FeatureViewEntity,
  type FeatureViewVersion,
} from './featureView/FeatureViewEntity';
export { featureViewReferences } from './featureView/featureViewReferences';
export { featureViewSchema } from './featureView/featureViewSchema';
export {
  emitFeaturesModes,
  featureViewTypes,
  featureViewVersionStates,
  type EmitFeaturesMode,
} from './featureView/featureViewVocabulary';
export type {
  CreatedRegistryToken,
  RegistryToken,
  RegistryTokenScope,
} from './tokens/types';
export type {
  CardImport,
  CardReviewChoice,
  ModelCardReport,
} from './cards/cardReport';
export { cardCompleteness } from './cards/cardCompleteness';
export type {
  CardCompleteness,
  MissingCardSection,
} from './cards/cardCompleteness';
export { cardFacts, type CardFacts } from './cards/cardFacts';
export { cardFromModel } from './cards/cardFromModel';
export {
  cardRequirements,
  type CardRequirement,
} from './cards/cardRequirements';
export {
  cardDigest,
  cardReviewStatus,
  type CardReview,
  type CardReviewStatus,
} from './cards/cardReview';
export {
  cardSectionOf,
  cardSections,
  type CardSectionId,
} from './cards/cardSections';
export {
  evaluationsToModelIndex,
  type IndexedEvaluation,
} from './cards/evaluationsToModelIndex';
export { formatModelCard } from './cards/formatModelCard';
export { modelIndexEvaluations } from './cards/modelIndexEvaluations';
export { parseModelCard } from './cards/parseModelCard';
export type { CardProblem, CardSection, ModelCard } from './cards/types';
