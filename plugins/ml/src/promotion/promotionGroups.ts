import {
  activePromotionStates,
  pendingPromotionStates,
  PromotionState,
} from '@understudy/plugin-ml-common';

/** States in which something is still going to happen without a new request. */
export const unfinishedStates: readonly PromotionState[] = [
  ...pendingPromotionStates,
  ...activePromotionStates,
];

export function isUnfinished(state: PromotionState): boolean {
  return unfinishedStates.includes(state);
}
