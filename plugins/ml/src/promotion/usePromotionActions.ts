import { useApi } from '@backstage/core-plugin-api';
import { Promotion } from '@understudy/plugin-ml-common';
import { mlApiRef } from '../api/MlApi';
import { PromotionDecision } from '../api/types';
import { Action, useAction } from '../loading/useAction';

/** What the reader does with a promotion; `reload` shows the latest state. */
export interface PromotionActions extends Action<
  [Omit<PromotionDecision, 'revision'>],
  Promotion
> {
  reload(): void;
}

/**
 * Decides on the revision that is on show: when somebody else was quicker the
 * backend answers with a conflict instead of deciding on what was not read.
 */
export function usePromotionActions(
  promotion: Promotion,
  reload: () => void,
): PromotionActions {
  const api = useApi(mlApiRef);
  const action = useAction(
    async (decision: Omit<PromotionDecision, 'revision'>) => {
      const result = await api.decidePromotion(promotion.id, {
        ...decision,
        revision: promotion.revision,
      });
      reload();
      return result;
    },
  );
  return {
    ...action,
    reload: () => {
      action.clear();
      reload();
    },
  };
}
