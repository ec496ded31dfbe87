import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { DataField, PhysicalDataset } from '../entity/dataTypes';
import { ML_API_VERSION } from '../entity/kinds';
import { qualityDimensions } from './datasetVocabulary';

/**
 * What a dataset is expected to be like.
 *
 * @public
 */
export type QualityExpectation = {
  id: string;
  dimension: (typeof qualityDimensions)[number];
  /** What has to hold, for people. */
  expectation: string;
  /** The field it is about; the whole dataset when left out. */
  field?: string;
};

/**
 * The catalog entity of kind Dataset: a logical body of data, which may have
 * many physical places.
 *
 * @public
 */
export interface DatasetEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'Dataset';
  spec: {
    type: string;
    lifecycle: string;
    owner?: string;
    system?: string;
    fields?: DataField[];
    physical?: PhysicalDataset[];
    /** Entity refs of Datasets or FeatureViews. */
    derivedFrom?: string[];
    /** Entity refs of Components, Models or Resources. */
    producedBy?: string[];
    classification?: string;
    /** ISO 8601 duration, and why it is that long. */
    retention?: { period: string; basis?: string };
    regions?: string[];
    purposes?: string[];
    licence?: string;
    quality?: QualityExpectation[];
    contract?: JsonObject;
    card?: JsonObject | string;
  };
}

/**
 * Whether an entity is a Dataset. Entities that come out of the catalog have
 * been validated, so their shape can be relied on after this.
 *
 * @public
 */
export function isDatasetEntity(entity: Entity): entity is DatasetEntity {
  return (
    entity.kind === 'Dataset' &&
    entity.apiVersion === ML_API_VERSION &&
    entity.spec !== undefined
  );
}
