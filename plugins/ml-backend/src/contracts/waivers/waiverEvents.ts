import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { Actor } from '../../promotion/Actor';
import { WaiverReminderKind } from './reminders/WaiverReminderStore';
import { StoredWaiver } from './StoredWaiver';

/** What somebody may do about a waiver. */
export type WaiverVerb = 'asked' | 'granted' | 'refused' | 'revoked';

/** The ledger entry of something that happened to a waiver. */
export function waiverEvent(options: {
  verb: WaiverVerb | WaiverReminderKind;
  /** Entity ref of the provider. */
  ref: string;
  /** Entity ref of the consumer that is hit, where one is. */
  consumer?: string;
  waiver: StoredWaiver;
  actor: Actor;
  reason?: string;
}): NewLedgerEvent {
  const { verb, ref, consumer, waiver, actor, reason } = options;
  return {
    type: `dev.understudy.contract.waiver-${verb}`,
    source: '/api/ml/contracts',
    subject: ref,
    subjectId: waiver.subjectId,
    data: {
      actor,
      action: `contract.waiver-${verb}`,
      object: { kind: 'ContractWaiver', ref: waiver.id },
      after: {
        ruleId: waiver.ruleId,
        port: waiver.port,
        path: waiver.path,
        pointer: waiver.pointer,
        ...(consumer !== undefined && { consumer }),
        until: waiver.until,
        askedBy: waiver.askedBy,
      },
      ...(reason !== undefined && { reason }),
      correlationId: waiver.id,
    },
  };
}
