import {
  activePromotionStates,
  AssignmentSlot,
  pendingPromotionStates,
  PromotionState,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { AssignmentPlace } from '../assignments/DatabaseAssignmentStore';
import { PolicyStage } from '../policy/PromotionPolicy';

/** States of promotions that are not over. */
export const openPromotionStates: readonly PromotionState[] = [
  ...pendingPromotionStates,
  ...activePromotionStates,
];

/** The role a version plays in a stage: what serves is the champion. */
export function slotOf(stage: PolicyStage): AssignmentSlot {
  return stage.slot ?? (stage.kind === 'serve' ? 'champion' : 'none');
}

/** The place that a promotion to a stage and target fills. */
export function placeOf(options: {
  subjectId: string;
  stage: PolicyStage;
  target: PromotionTarget;
}): AssignmentPlace {
  const { subjectId, stage, target } = options;
  return { subjectId, stage: stage.name, target, slot: slotOf(stage) };
}
