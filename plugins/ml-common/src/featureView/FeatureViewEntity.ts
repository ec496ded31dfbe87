import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { DataField, PhysicalDataset } from '../entity/dataTypes';
import { ML_API_VERSION } from '../entity/kinds';
import {
  EmitFeaturesMode,
  featureViewTypes,
  featureViewVersionStates,
} from './featureViewVocabulary';

/**
 * A definition of a feature view. Several may be live at once, each with its
 * own contract and consumers.
 *
 * @public
 */
export type FeatureViewVersion = {
  label: string;
  state: (typeof featureViewVersionStates)[number];
  description?: string;
  /** ISO 8601 with a zone. */
  since?: string;
  /** When it will be, or was, switched off. ISO 8601 with a zone. */
  until?: string;
  contract?: JsonObject;
};

/**
 * The catalog entity of kind FeatureView: features that are computed and
 * versioned together.
 *
 * @public
 */
export interface FeatureViewEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'FeatureView';
  spec: {
    type: (typeof featureViewTypes)[number];
    lifecycle: string;
    owner?: string;
    system?: string;
    joinKeys?: { name: string; type?: string; description?: string }[];
    fields?: DataField[];
    versions?: FeatureViewVersion[];
    /** How old a value may be, ISO 8601 duration. */
    freshness?: string;
    /** After which a value is no longer served, ISO 8601 duration. */
    ttl?: string;
    physical?: PhysicalDataset[];
    /** Entity refs of Datasets or FeatureViews. */
    derivedFrom?: string[];
    emitFeatures?: EmitFeaturesMode;
    contract?: JsonObject;
    card?: JsonObject | string;
  };
}

/**
 * Whether an entity is a FeatureView. Entities that come out of the catalog
 * have been validated, so their shape can be relied on after this.
 *
 * @public
 */
export function isFeatureViewEntity(
  entity: Entity,
): entity is FeatureViewEntity {
  return (
    entity.kind === 'FeatureView' &&
    entity.apiVersion === ML_API_VERSION &&
    entity.spec !== undefined
  );
}
