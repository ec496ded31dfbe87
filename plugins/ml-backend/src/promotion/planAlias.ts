import { InputError } from '@backstage/errors';
import {
  PromotionExecution,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { aliasForTarget, aliasRules } from '../policy/aliasForTarget';
import { PolicyStage } from '../policy/PromotionPolicy';
import { RegistryPlace } from './RegistryRecordReader';

const aliasPattern = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,254}$/;

/**
 * The alias that has to point at a version when it takes a target, or
 * undefined when nothing has to be moved: the stage has no such step, or no
 * registry holds the version.
 *
 * @throws InputError when the policy names no alias for the target, or one
 *   that registries do not take.
 */
export function planAlias(options: {
  stage: PolicyStage;
  target: PromotionTarget;
  place: RegistryPlace | undefined;
}): PromotionExecution['alias'] {
  const { stage, target, place } = options;
  const rules = aliasRules(stage);
  if (rules.length === 0 || !place) {
    return undefined;
  }
  const alias = aliasForTarget(rules, target);
  if (alias === undefined) {
    const known = rules.map(rule => `[${rule.keys.join(', ')}]`).join(' ');
    throw new InputError(
      `The policy names no alias for the segment '${target.segment}' in '${target.environment}'; it has aliases for segments with the keys ${known}`,
    );
  }
  if (!aliasPattern.test(alias)) {
    throw new InputError(
      `The segment '${target.segment}' gives the alias '${alias}'; registries take letters, digits, '_' and '-'`,
    );
  }
  return { ...place, alias };
}
