import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ModelEntity,
  parseVersionRef,
  RELATION_EVALUATION_DATA_FOR,
  RELATION_TRAINING_DATA_FOR,
} from '@understudy/plugin-ml-common';

/** The relations that lead from a dataset to the models that use it. */
export const datasetRelations = [
  RELATION_TRAINING_DATA_FOR,
  RELATION_EVALUATION_DATA_FOR,
] as const;

/** What a model does with a dataset. */
export interface DatasetUse {
  model: ModelEntity;
  purpose: 'training' | 'evaluation';
  /** The version of the dataset that is named, if one is. */
  version?: string;
}

/** What models do with a dataset, given by its full ref. */
export function datasetUses(
  dataset: string,
  models: ModelEntity[],
): DatasetUse[] {
  return models.flatMap(model => [
    ...usesIn(dataset, model, 'training', model.spec.trainedOn),
    ...usesIn(dataset, model, 'evaluation', model.spec.evaluatedOn),
  ]);
}

function usesIn(
  dataset: string,
  model: ModelEntity,
  purpose: DatasetUse['purpose'],
  versionRefs: string[] = [],
): DatasetUse[] {
  return versionRefs.flatMap(text => {
    const { version, ...ref } = parseVersionRef(text, {
      defaultKind: 'dataset',
      defaultNamespace: model.metadata.namespace,
    });
    return stringifyEntityRef(ref) === dataset
      ? [{ model, purpose, version }]
      : [];
  });
}
