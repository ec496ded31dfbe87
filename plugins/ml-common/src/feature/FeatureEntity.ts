import { Entity } from '@backstage/catalog-model';
import { DataField } from '../entity/dataTypes';
import { ML_API_VERSION } from '../entity/kinds';

/**
 * The catalog entity of kind Feature: one field of a FeatureView, projected by
 * the catalog module so that a single feature can be found, starred and linked.
 * It comes and goes with its view; never store a reference to one.
 *
 * @public
 */
export interface FeatureEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'Feature';
  spec: Pick<
    DataField,
    'unit' | 'classification' | 'personalData' | 'deprecated' | 'owner'
  > & {
    /** Entity ref of the FeatureView. */
    view: string;
    /** The name of the field in the view, verbatim. */
    field: string;
    type: string;
    lifecycle: string;
  };
}

/**
 * Whether an entity is a Feature. Entities that come out of the catalog have
 * been validated, so their shape can be relied on after this.
 *
 * @public
 */
export function isFeatureEntity(entity: Entity): entity is FeatureEntity {
  return (
    entity.kind === 'Feature' &&
    entity.apiVersion === ML_API_VERSION &&
    entity.spec !== undefined
  );
}
