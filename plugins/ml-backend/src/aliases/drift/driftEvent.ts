import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { Actor } from '../../promotion/Actor';
import { StoredDrift } from './StoredDrift';

export const DRIFT_VERB = 'registry.drift';

/** The ledger entry of a drift that was found, decided about or ended. */
export function driftEvent(
  drift: StoredDrift,
  options: { actor: Actor; reason?: string },
): NewLedgerEvent {
  const { place, reason } = { ...drift, ...options };
  return {
    type: `dev.understudy.${DRIFT_VERB}`,
    source: `/api/ml/registries/${drift.server}`,
    subject: driftSubject(drift),
    subjectId: place.subjectId,
    data: {
      actor: options.actor,
      action: DRIFT_VERB,
      object: { kind: 'AliasDrift', ref: drift.id },
      after: driftFacts(drift),
      ...(reason ? { reason } : {}),
      correlationId: drift.id,
    },
  };
}

/** What the ledger keeps of a drift. */
export function driftFacts(drift: StoredDrift): Record<string, unknown> {
  const { state, server, record, alias, place, decided, found } = drift;
  return {
    state,
    server,
    record,
    alias,
    stage: place.stage,
    target: place.target,
    decided: decided?.label,
    found: found?.label,
    wanted: drift.wanted,
    promotionId: drift.promotionId,
  };
}

/** What the ledger entry is about: the version that was decided. */
export function driftSubject({ model, decided }: StoredDrift): string {
  return decided ? `${model}@${decided.label}` : model;
}
