import { useApi } from '@backstage/core-plugin-api';
import { LedgerEvent, Promotion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { isUnfinished } from './promotionGroups';
import { useLiveReload } from './useLiveReload';

/** A promotion with everything that happened to it. */
export interface PromotionDetails {
  promotion: Promotion;
  /** Oldest first. */
  events: LedgerEvent[];
  /** Whether there are earlier ones than these. */
  eventsCut: boolean;
}

/** The most that the backend gives at once. */
export const MOST_EVENTS = 200;

/** Reads a promotion and keeps it up to date until it is finished. */
export function usePromotion(id: string): Loaded<PromotionDetails> {
  const api = useApi(mlApiRef);
  const details = useLoaded(
    useCallback(async () => {
      const promotion = await api.getPromotion(id);
      const { items, nextCursor } = await api.listEvents({
        subject: promotion.model,
        correlationId: promotion.id,
        limit: MOST_EVENTS,
      });
      return {
        promotion,
        events: [...items].reverse(),
        eventsCut: nextCursor !== undefined,
      };
    }, [api, id]),
  );
  const { data, reload } = details;
  useLiveReload({
    unfinished: data !== undefined && isUnfinished(data.promotion.state),
    reload,
  });
  return details;
}
