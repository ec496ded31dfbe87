import { PromotionTarget } from '@understudy/plugin-ml-common';
import { AssignmentPlace } from '../../../assignments/DatabaseAssignmentStore';
import { PolicyStage } from '../../../policy/PromotionPolicy';
import { placeOf, slotOf } from '../../promotionPlaces';

/**
 * Where the champion stands that a version is compared with: at the target
 * itself, or, of a stage that nothing is served in, where the next stage that
 * serves leads to. Undefined where no stage serves. Pure.
 */
export function championPlace(options: {
  subjectId: string;
  /** All stages of the policy, in their order. */
  stages: readonly PolicyStage[];
  stage: PolicyStage;
  target: PromotionTarget;
}): AssignmentPlace | undefined {
  const { subjectId, stages, stage, target } = options;
  if (slotOf(stage) === 'champion') {
    return placeOf({ subjectId, stage, target });
  }
  const at = stages.findIndex(({ name }) => name === stage.name);
  const serving =
    stages.slice(at + 1).find(each => slotOf(each) === 'champion') ??
    stages.find(each => slotOf(each) === 'champion');
  return (
    serving &&
    placeOf({
      subjectId,
      stage: serving,
      target: {
        environment: serving.environment ?? serving.name,
        segment: target.segment,
      },
    })
  );
}
