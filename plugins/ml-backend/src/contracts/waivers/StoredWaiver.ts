import {
  ContractWaiverState,
  ContractWaiverStep,
  WaivedFinding,
} from '@understudy/plugin-ml-common';

/** A waiver as it is kept, with what was done about it. */
export interface StoredWaiver extends Omit<WaivedFinding, 'consumer'> {
  /** ULID. */
  id: string;
  /** Of the provider. */
  subjectId: string;
  /** Absent where no consumer is hit in particular. */
  consumerId?: string;
  /** ISO 8601 with milliseconds; it holds before, and not from then on. */
  until: string;
  reason: string;
  askedBy: string;
  /** ISO 8601. */
  askedAt: string;
  decision?: ContractWaiverStep & { verdict: 'granted' | 'refused' };
  revocation?: ContractWaiverStep;
}

/** How a waiver stands at a time. What was taken back stays so, whatever else is said of it. */
export function waiverState(
  { decision, revocation, until }: StoredWaiver,
  now: string,
): ContractWaiverState {
  if (revocation) {
    return 'revoked';
  }
  if (decision?.verdict === 'refused') {
    return 'refused';
  }
  if (until <= now) {
    return 'ended';
  }
  return decision ? 'in-force' : 'waiting';
}
