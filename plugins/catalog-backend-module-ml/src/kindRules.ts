import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  datasetReferences,
  datasetSchema,
  EntityFinding,
  featureReferences,
  featureSchema,
  featureViewReferences,
  featureViewSchema,
  isDatasetEntity,
  isFeatureViewEntity,
  isModelEntity,
  ML_API_VERSION,
  MlKind,
  modelReferences,
  modelSchema,
  ReferenceField,
} from '@understudy/plugin-ml-common';
import { findContractFindings } from './findings/findContractFindings';
import {
  FindingContext,
  findModelFindings,
} from './findings/findModelFindings';
import { findOwnerFindings } from './findings/findOwnerFindings';
import { checkDataset } from './validation/checkDataset';
import { checkFeatureView } from './validation/checkFeatureView';
import { checkModel } from './validation/checkModel';
import { EntityProblem } from './validation/EntityProblem';

/** All that the catalog module knows of a kind. */
export interface KindRules {
  schema: JsonObject;
  references: readonly ReferenceField[];
  /** What is wrong beyond schema and references. */
  check(entity: Entity): EntityProblem[];
  /** What is missing or doubtful in an entity that is not wrong. */
  find(entity: Entity, context: FindingContext): EntityFinding[];
}

const rulesOfKinds: Record<MlKind, KindRules> = {
  Model: {
    schema: modelSchema,
    references: modelReferences,
    check: checkModel,
    find: (entity, context) =>
      isModelEntity(entity)
        ? [
            ...findModelFindings(entity, context),
            ...findContractFindings(entity),
          ]
        : [],
  },
  FeatureView: {
    schema: featureViewSchema,
    references: featureViewReferences,
    check: checkFeatureView,
    find: entity =>
      isFeatureViewEntity(entity)
        ? [
            ...findOwnerFindings(entity.spec.owner, 'spec.owner'),
            ...findContractFindings(entity),
          ]
        : [],
  },
  // Made from views, which carry the findings themselves.
  Feature: {
    schema: featureSchema,
    references: featureReferences,
    check: () => [],
    find: () => [],
  },
  Dataset: {
    schema: datasetSchema,
    references: datasetReferences,
    check: checkDataset,
    find: entity =>
      isDatasetEntity(entity)
        ? [
            ...findOwnerFindings(entity.spec.owner, 'spec.owner'),
            ...findContractFindings(entity),
          ]
        : [],
  },
};

const byKind = new Map<string, KindRules>(Object.entries(rulesOfKinds));

/** The rules for an entity, or undefined when it is not of our kinds. */
export function rulesFor(entity: Entity): KindRules | undefined {
  return entity.apiVersion === ML_API_VERSION
    ? byKind.get(entity.kind)
    : undefined;
}
