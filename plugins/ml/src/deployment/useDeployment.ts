import { useApi } from '@backstage/core-plugin-api';
import {
  Assignment,
  PromotionSummary,
  RollbackOption,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { unfinishedStates } from '../promotion/promotionGroups';
import { KnownOptions, readOptions } from '../promotion/readOptions';

/** What is assigned where, what is on its way, and what may be done about it. */
export interface Deployment {
  assignments: Assignment[];
  /** There are more assignments than these. */
  more: boolean;
  unfinished: PromotionSummary[];
  asking: KnownOptions;
  rollbacks: RollbackOption[];
}

/** The most the backend gives at once. */
const AT_MOST = 200;

export function useDeployment(model: string): Loaded<Deployment> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const [assignments, promotions, asking, rollbacks] = await Promise.all([
        api.listAssignments(model, { view: 'current', limit: AT_MOST }),
        api.listPromotions({ model, state: [...unfinishedStates] }),
        readOptions(api, model),
        api.getRollbackOptions(model),
      ]);
      return {
        assignments: assignments.items,
        more: assignments.nextCursor !== undefined,
        unfinished: promotions.items,
        asking,
        rollbacks,
      };
    }, [api, model]),
  );
}
