import { PromotionTarget } from '@understudy/plugin-ml-common';
import { aliasRules, segmentOfAlias } from '../../policy/aliasForTarget';
import { EffectivePolicy } from '../../policy/mergePolicies';
import { PolicyStage } from '../../policy/PromotionPolicy';
import { MlflowStage } from '../protocol/mlflowRequests';

/** Why an alias or a stage is not moved by a client. */
export interface Protection {
  stage: PolicyStage;
  target: PromotionTarget;
}

/** What an alias stands for under a policy; undefined when it is free. */
export function protectionOfAlias(
  policy: EffectivePolicy | undefined,
  alias: string,
): Protection | undefined {
  for (const stage of policy?.stages ?? []) {
    for (const rule of aliasRules(stage)) {
      const segment =
        rule.template === alias ? '*' : segmentOfAlias(rule, alias);
      if (segment !== undefined) {
        return {
          stage,
          target: {
            environment: rule.environment ?? stage.environment ?? stage.name,
            segment,
          },
        };
      }
    }
  }
  return undefined;
}

/**
 * The stage of a policy that one of MLflow's stages stands for: what serves is
 * in production, and the others go by their names.
 */
export function protectionOfStage(
  policy: EffectivePolicy | undefined,
  mlflowStage: MlflowStage,
): Protection | undefined {
  const name = mlflowStage.toLowerCase();
  const stage = policy?.stages.find(
    one =>
      one.name.toLowerCase() === name ||
      (mlflowStage === 'Production' && one.kind === 'serve'),
  );
  return (
    stage && {
      stage,
      target: { environment: stage.environment ?? stage.name, segment: '*' },
    }
  );
}
