import { useApi } from '@backstage/core-plugin-api';
import { PromotionSummary } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

const AT_MOST = 100;

/** A promotion that waits for approval, for each model that has one. */
export function usePendingApprovals(): Loaded<Map<string, PromotionSummary>> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const { items } = await api.listPromotions({
        state: ['awaiting_approval'],
        limit: AT_MOST,
      });
      return new Map(items.map(promotion => [promotion.model, promotion]));
    }, [api]),
  );
}
