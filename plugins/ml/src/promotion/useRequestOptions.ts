import { useApi } from '@backstage/core-plugin-api';
import {
  ModelVersionSummary,
  PromotionOptions,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

const AT_MOST = 100;

/** What can be asked for on a model, and the versions one is likely to ask for. */
export interface RequestOptions {
  options: PromotionOptions;
  versions: ModelVersionSummary[];
}

export function useRequestOptions(model: string): Loaded<RequestOptions> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const [options, page] = await Promise.all([
        api.getPromotionOptions(model),
        api.listVersions(model, { view: 'notable', limit: AT_MOST }),
      ]);
      return {
        options,
        versions: page.items.filter(version => !version.goneSince),
      };
    }, [api, model]),
  );
}
