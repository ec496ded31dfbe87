import { PromotionTarget } from '@understudy/plugin-ml-common';

/**
 * Writes where a version answers. The environment is left out where it has the
 * name of the stage: `production · *`, not `production · production · *`.
 */
export function formatTarget(
  target: PromotionTarget,
  options?: { stage?: string },
): string {
  const parts = [target.environment, target.segment];
  if (options?.stage && options.stage !== target.environment) {
    parts.unshift(options.stage);
  }
  return parts.join(' · ');
}

/** A key that tells targets apart. */
export function targetKey(target: PromotionTarget): string {
  return `${target.environment} ${target.segment}`;
}
