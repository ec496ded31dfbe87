import { JudgingRules } from '../check/ContractChecker';
import { ContractFactsRequest } from './ContractFactsRequest';

/** How a gate has contracts judged, in the words of the engine. Pure. */
export function judgingRules({
  settings = {},
  overrides = [],
}: Pick<ContractFactsRequest, 'settings' | 'overrides'>): JudgingRules {
  const { mode, profile, consumers } = settings;
  return {
    ...(mode && mode !== 'BY_PORT' ? { mode } : {}),
    ...(profile ? { profile } : {}),
    ...(overrides.length > 0
      ? {
          overrides: overrides.map(({ severity, ...override }) => ({
            ...override,
            // A gate counts errors and warnings: the rest is off.
            severity: severity === 'off' ? 'info' : severity,
          })),
        }
      : {}),
    ...(consumers && consumers !== 'declared+implied' ? { consumers } : {}),
  };
}
