import { GateDrift } from '../../promotion/gates/driftGate';
import { PromotionRecord } from '../../promotion/PromotionRecord';
import { StoredDrift } from './StoredDrift';

/** The drifts at the target of a promotion, as its gate looks at them. */
export function driftsAt(
  { subjectId, target }: Pick<PromotionRecord, 'subjectId' | 'target'>,
  drifts: readonly StoredDrift[],
): GateDrift[] {
  return drifts
    .filter(
      ({ place }) =>
        place.subjectId === subjectId &&
        place.target.environment === target.environment &&
        place.target.segment === target.segment,
    )
    .map(drift => ({
      id: drift.id,
      alias: drift.alias,
      server: drift.server,
      state: drift.state,
      ...(drift.wanted ? { wanted: drift.wanted } : {}),
      ...(drift.decided ? { decided: drift.decided.label } : {}),
      ...(drift.found ? { found: drift.found.label } : {}),
      since: drift.since,
    }));
}
