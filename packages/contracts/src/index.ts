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
