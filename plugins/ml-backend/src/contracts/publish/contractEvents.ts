import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { Actor } from '../../promotion/Actor';
import { ContractHead } from '../store/StoredContract';

/** What may happen to a contract. */
export type ContractVerb =
  'published' | 'deprecated' | 'retired' | 'violated' | 'stale';

/** The ledger entry of something that happened to a contract. */
export function contractEvent(options: {
  verb: ContractVerb;
  ref: string;
  contract: Pick<
    ContractHead,
    'id' | 'subjectId' | 'version' | 'status' | 'digest' | 'origin' | 'verdict'
  >;
  actor: Actor;
  reason?: string;
  after?: Record<string, unknown>;
}): NewLedgerEvent {
  const { verb, ref, contract, actor, reason, after } = options;
  return {
    type: `dev.understudy.contract.${verb}`,
    source: '/api/ml/contracts',
    subject: ref,
    subjectId: contract.subjectId,
    data: {
      actor,
      action: `contract.${verb}`,
      object: { kind: 'ContractVersion', ref: contract.id },
      after: {
        version: contract.version,
        status: contract.status,
        origin: contract.origin,
        digest: contract.digest,
        ...(contract.verdict && { verdict: contract.verdict }),
        ...after,
      },
      ...(reason !== undefined && { reason }),
      correlationId: contract.id,
    },
  };
}
