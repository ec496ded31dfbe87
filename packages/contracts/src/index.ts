export { canonicalJson } from './canonical/canonicalJson';
export { checkCompatibility } from './comparison/checkCompatibility';
export type { CheckCompatibilityOptions } from './comparison/checkCompatibility';
export { checkStaleness } from './comparison/checkStaleness';
export { diffContracts } from './comparison/diffContracts';
export type { DiffOptions } from './comparison/diffContracts';
export { checkConsumer } from './consumers/checkConsumer';
export type { CheckConsumerOptions } from './consumers/checkConsumer';
export type { ConsumerReport } from './consumers/ConsumerReport';
export { checkConsumers } from './consumers/checkConsumers';
export type { CheckConsumersOptions } from './consumers/checkConsumers';
export { engineVersion } from './engineVersion';
export { impliedConsumerContract } from './consumers/impliedConsumerContract';
export type {
  CompatibilityMode,
  CompatibilityPolicy,
  CompatibilityProfile,
  RuleOverride,
} from './contract/CompatibilityPolicy';
export type {
  Contract,
  ContractMetadata,
  ContractSpec,
  ErrorSurface,
  Port,
  Protocol,
  ServiceLevels,
  Terms,
} from './contract/Contract';
export type { Field, FieldConstraints, Normalisation } from './fields/Field';
export type {
  ArrayFieldType,
  EnumFieldType,
  FieldType,
  MapFieldType,
  ObjectFieldType,
  OpaqueFieldType,
  ReferenceFieldType,
  ScalarFieldType,
  TensorFieldType,
  UnionFieldType,
  VectorFieldType,
} from './fields/FieldType';
export type { Json } from './fields/json';
export type { QualityRule } from './fields/QualityRule';
export { scalarTypes } from './fields/scalars';
export type { ScalarType, TimeUnit } from './fields/scalars';
export type {
  CompatibilityReport,
  CompatibilityVerdict,
  Finding,
  FindingSeverity,
  VersionBump,
} from './findings/Finding';
export { exportAvroSchema } from './formats/avro/exportAvroSchema';
export { importAvroSchema } from './formats/avro/importAvroSchema';
export { ContractFormatError } from './formats/ContractFormatError';
export { exportFeastView } from './formats/feast/exportFeastView';
export type {
  FeastFeature,
  FeastViewSpec,
} from './formats/feast/exportFeastView';
export { importFeastService } from './formats/feast/importFeastService';
export { importFeastView } from './formats/feast/importFeastView';
export type { ImportFeastOptions } from './formats/feast/importFeastView';
export { exportJsonSchema } from './formats/jsonSchema/exportJsonSchema';
export { importJsonSchema } from './formats/jsonSchema/importJsonSchema';
export type {
  ImportedPort,
  ImportedPortOptions,
  LossNote,
} from './formats/LossNote';
export { exportMlflowSignature } from './formats/mlflow/exportMlflowSignature';
export type { MlflowSignature } from './formats/mlflow/exportMlflowSignature';
export { importMlflowModel } from './formats/mlflow/importMlflowModel';
export type { ImportMlflowModelOptions } from './formats/mlflow/importMlflowModel';
export { exportOdcs } from './formats/odcs/exportOdcs';
export { createOdcsCheck } from './formats/odcs/standard/createOdcsCheck';
export type {
  SchemaError,
  SchemaValidator,
} from './formats/odcs/standard/SchemaError';
export { importOdcs } from './formats/odcs/importOdcs';
export type { ImportOdcsOptions } from './formats/odcs/importOdcs';
export { exportOipMetadata } from './formats/oip/exportOipMetadata';
export type { OipMetadata, OipTensor } from './formats/oip/exportOipMetadata';
export { importOipMetadata } from './formats/oip/importOipMetadata';
export type { ImportOipMetadataOptions } from './formats/oip/importOipMetadata';
export { exportOpenLineageSchema } from './formats/openLineage/exportOpenLineageSchema';
export type { OpenLineageField } from './formats/openLineage/exportOpenLineageSchema';
export { importOpenLineageSchema } from './formats/openLineage/importOpenLineageSchema';
export { decideVerdict } from './findings/decideVerdict';
export { lintContract } from './linting/lintContract';
export { validateConventions } from './linting/validateConventions';
export type { ContractConventions } from './linting/ContractConventions';
export { fitsWaiver } from './policy/fitsWaiver';
export type { PolicyOptions } from './policy/PolicyOptions';
export type { Waiver } from './policy/Waiver';
export { waiverEndProblem } from './policy/waiverEndProblem';
export { canRead } from './reading/canRead';
export type { CanReadOptions } from './reading/canRead';
export { contractRules } from './rules/contractRules';
export { ruleTitle } from './rules/ruleTitle';
export type { ContractRule, RuleJudgement } from './rules/ContractRule';
export { checkLatencyChain } from './services/checkLatencyChain';
export type { ChainedService } from './services/checkLatencyChain';
export { validateContract } from './validation/validateContract';
export type { ContractProblem } from './validation/Problems';
export { dayOf } from './versioning/dates';
export type { VersionUse } from './versioning/selectVersions';
