/**
 * The finding that somebody asks its owner to accept, as a check names it.
 *
 * @public
 */
export interface WaivedFinding {
  /** One of the rules of the contract engine, such as `FIELD_REMOVED`. */
  ruleId: string;
  /** Name of the port; empty for what is not about a port. */
  port: string;
  /** The field, such as `address.street`; empty for what is not about a field. */
  path: string;
  /** JSON Pointer of the finding. It tells findings apart that are not about a field. */
  pointer: string;
  /** Entity ref of the consumer that is hit; absent for what is found between versions. */
  consumer?: string;
}

/**
 * What one may ask for at once: several findings of one change, for one reason.
 *
 * @public
 */
export interface ContractWaiverRequest {
  /** 1 to 200. */
  findings: WaivedFinding[];
  /** Whoever decides reads it; at most 2,000 characters. */
  reason: string;
  /**
   * A day, `YYYY-MM-DD`, which counts to its end in UTC, or an ISO 8601 time.
   * At most 90 days away.
   */
  until: string;
}

/**
 * What somebody may do about a waiver.
 *
 * @public
 */
export type ContractWaiverChoice = 'grant' | 'refuse' | 'revoke';

/**
 * How a waiver stands now: nobody has decided, it holds, it was refused, taken
 * back, or its time is over.
 *
 * @public
 */
export type ContractWaiverState =
  'waiting' | 'in-force' | 'refused' | 'revoked' | 'ended';

/**
 * Every {@link ContractWaiverState}, in the order of a waiver's life.
 *
 * @public
 */
export const contractWaiverStates = [
  'waiting',
  'in-force',
  'refused',
  'revoked',
  'ended',
] as const satisfies readonly ContractWaiverState[];

/**
 * Something that was done about a waiver, by whom and why.
 *
 * @public
 */
export interface ContractWaiverStep {
  /** A user's entity ref. */
  by: string;
  /** ISO 8601. */
  at: string;
  reason?: string;
}

/**
 * The consent to one finding for a time, asked for, given or refused. While it
 * is in force the finding is shown as waived and breaks nobody.
 *
 * @public
 */
export interface ContractWaiver extends WaivedFinding {
  /** ULID. */
  id: string;
  /** Entity ref of the provider, whose contract it is about. */
  subject: string;
  state: ContractWaiverState;
  /** ISO 8601; the first moment at which it does not hold any more. */
  until: string;
  reason: string;
  /** A user's entity ref, or the subject of a service. */
  askedBy: string;
  /** ISO 8601. */
  askedAt: string;
  /** Entity ref of who owns what is hit now, and so decides; absent where nobody does. */
  decider?: string;
  /** Absent while nobody has decided. */
  decision?: ContractWaiverStep & { verdict: 'granted' | 'refused' };
  revocation?: ContractWaiverStep;
  /** What the reader may do about it. */
  may: ContractWaiverChoice[];
}

/**
 * A page of waivers, the latest first.
 *
 * @public
 */
export interface ContractWaiverPage {
  items: ContractWaiver[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/**
 * What somebody may do about the contract of an entity.
 *
 * @public
 */
export type ContractChoice = 'publish' | 'deprecate' | 'ask-for-waiver';
