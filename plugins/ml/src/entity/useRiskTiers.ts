import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { defaultRiskTiers } from '@understudy/plugin-ml-common';

/** The risk tiers of this portal, from lowest to highest. */
export function useRiskTiers(): readonly string[] {
  const configApi = useApi(configApiRef);
  return configApi.getOptionalStringArray('ml.riskTiers') ?? defaultRiskTiers;
}
