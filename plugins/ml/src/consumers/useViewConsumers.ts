import {
  FeatureViewEntity,
  ModelEntity,
  RELATION_FEATURE_CONSUMED_BY,
} from '@understudy/plugin-ml-common';
import { useMemo } from 'react';
import { Loaded } from '../loading/useLoaded';
import { ReadModels } from './readModels';
import { useRelatedModels } from './useRelatedModels';
import { modelsByField, ViewConsumer, viewConsumers } from './viewConsumers';

/** The relations that lead from a view to the models that read it. */
export const viewConsumerRelations = [RELATION_FEATURE_CONSUMED_BY] as const;

/** Who reads a view, and which of its fields. */
export interface ViewUsage extends ReadModels {
  consumers: ViewConsumer[];
  modelsByField: Map<string, ModelEntity[]>;
}

/** What models that were read do with a view. */
export function viewUsage(
  view: FeatureViewEntity,
  read: ReadModels,
): ViewUsage {
  const consumers = viewConsumers(view, read.models);
  return {
    ...read,
    consumers,
    modelsByField: modelsByField(view.spec.fields ?? [], consumers),
  };
}

/** Who reads a view, and which of its fields. */
export function useViewConsumers(view: FeatureViewEntity): Loaded<ViewUsage> {
  const loaded = useRelatedModels(view, viewConsumerRelations);
  const { data } = loaded;
  const usage = useMemo(() => data && viewUsage(view, data), [data, view]);
  return { ...loaded, data: usage };
}
