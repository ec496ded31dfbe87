import { PromotionTarget, RollbackOption } from '@understudy/plugin-ml-common';
import { targetKey } from '../pieces/formatTarget';

/** The rollback that is possible at a target, where there is one. */
export function rollbackAt(
  rollbacks: RollbackOption[],
  target: PromotionTarget,
): RollbackOption | undefined {
  return rollbacks.find(
    option => targetKey(option.target) === targetKey(target),
  );
}
