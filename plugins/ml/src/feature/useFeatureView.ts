import { useApi } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  FeatureEntity,
  FeatureViewEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { readModels } from '../consumers/readModels';
import { relatedModelRefs } from '../consumers/useRelatedModels';
import {
  viewConsumerRelations,
  ViewUsage,
  viewUsage,
} from '../consumers/useViewConsumers';
import { shareAmongCards } from '../loading/shareAmongCards';
import { Loaded, useLoaded } from '../loading/useLoaded';

const readView = shareAmongCards(
  async (
    catalogApi: CatalogApi,
    ref: string,
  ): Promise<FeatureViewEntity | undefined> => {
    const entity = await catalogApi.getEntityByRef(ref);
    return entity && isFeatureViewEntity(entity) ? entity : undefined;
  },
);

/** What was read; without `view` it is gone, or not for this reader. */
export interface ReadView {
  view?: FeatureViewEntity;
}

/** The view a feature is a field of. */
export function useFeatureView(feature: FeatureEntity): Loaded<ReadView> {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(
    useCallback(
      async () => ({
        view: await readView(catalogApi, feature, feature.spec.view),
      }),
      [catalogApi, feature],
    ),
  );
}

/** The view a feature is a field of, and who reads it. */
export function useFeatureViewUsage(
  feature: FeatureEntity,
): Loaded<ReadView & { usage?: ViewUsage }> {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(
    useCallback(async () => {
      const view = await readView(catalogApi, feature, feature.spec.view);
      if (!view) {
        return {};
      }
      const refs = relatedModelRefs(view, viewConsumerRelations);
      const read = await readModels(catalogApi, feature, refs);
      return { view, usage: viewUsage(view, read) };
    }, [catalogApi, feature]),
  );
}
