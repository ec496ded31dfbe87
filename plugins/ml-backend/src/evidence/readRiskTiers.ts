import { Config } from '@backstage/config';
import { defaultRiskTiers } from '@understudy/plugin-ml-common';

/** The configured risk tiers, from lowest to highest. */
export function readRiskTiers(config: Config): readonly string[] {
  return config.getOptionalStringArray('ml.riskTiers') ?? defaultRiskTiers;
}
