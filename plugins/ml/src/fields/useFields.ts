import { Entity } from '@backstage/catalog-model';
import {
  DataField,
  isDatasetEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { useMemo } from 'react';
import { featureRefs } from './featureRefs';

/** The fields of a dataset or feature view, and which are entities. */
export interface KnownFields {
  fields: DataField[];
  /** Refs of the Feature entities, by field. */
  features?: Map<string, string>;
}

/** The fields of a dataset or feature view; none of anything else. */
export function useFields(entity: Entity): KnownFields {
  return useMemo(() => {
    if (isFeatureViewEntity(entity)) {
      return {
        fields: entity.spec.fields ?? [],
        features: featureRefs(entity),
      };
    }
    return {
      fields: isDatasetEntity(entity) ? (entity.spec.fields ?? []) : [],
    };
  }, [entity]);
}
