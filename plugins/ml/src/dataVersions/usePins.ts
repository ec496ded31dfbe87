import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isFeatureViewEntity, ModelEntity } from '@understudy/plugin-ml-common';
import { useMemo } from 'react';
import { useRelatedModels } from '../consumers/useRelatedModels';
import { viewConsumerRelations } from '../consumers/useViewConsumers';
import { viewConsumers } from '../consumers/viewConsumers';
import { datasetRelations, datasetUses } from '../dataset/datasetUses';
import { Loaded } from '../loading/useLoaded';

/** How many models pin each version of an entity. */
export interface KnownPins {
  byLabel: Map<string, number>;
  /** False where there are models that were not read. */
  complete: boolean;
}

export function usePins(entity: Entity): Loaded<KnownPins> {
  const loaded = useRelatedModels(
    entity,
    isFeatureViewEntity(entity) ? viewConsumerRelations : datasetRelations,
  );
  const { data } = loaded;
  const pins = useMemo(
    () =>
      data && {
        byLabel: countPins(entity, data.models),
        complete: data.beyond + data.withheld === 0,
      },
    [data, entity],
  );
  return { ...loaded, data: pins };
}

/** A model that pins a version in several ways counts once. */
function countPins(entity: Entity, models: ModelEntity[]): Map<string, number> {
  const pins = isFeatureViewEntity(entity)
    ? viewConsumers(entity, models).map(({ model, consumption }) => ({
        model,
        version: consumption.version,
      }))
    : datasetUses(stringifyEntityRef(entity), models);
  const byLabel = new Map<string, Set<ModelEntity>>();
  for (const { model, version } of pins) {
    if (version !== undefined) {
      byLabel.set(version, (byLabel.get(version) ?? new Set()).add(model));
    }
  }
  return new Map([...byLabel].map(([label, found]) => [label, found.size]));
}
