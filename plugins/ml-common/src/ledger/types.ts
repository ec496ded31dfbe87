/**
 * One entry of the ledger: a CloudEvents 1.0 event in a hash chain.
 *
 * @public
 */
export interface LedgerEvent {
  specversion: '1.0';
  /** ULID. */
  id: string;
  /** `dev.understudy.<area>.<verb>`. */
  type: string;
  source: string;
  subject: string;
  /** ISO 8601 in UTC with milliseconds. */
  time: string;
  datacontenttype: 'application/json';
  /** Starts at 1, without gaps. */
  sequence: number;
  /** Hash of the event before; 64 zeros for the first. */
  prevHash: string;
  /** SHA-256 over the RFC 8785 canonical form of everything else. */
  hash: string;
  data: LedgerEventData;
}

/**
 * Who did what to what, and why.
 *
 * @public
 */
export interface LedgerEventData {
  actor: {
    ref: string;
    kind: 'user' | 'service' | 'system';
    onBehalfOf?: string;
  };
  action: string;
  object: { kind: string; ref: string; revision?: number };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
  policyDigest?: string;
  evidence?: Record<string, unknown>[];
  correlationId: string;
}

/**
 * What a verification of the ledger found.
 *
 * @public
 */
export interface LedgerVerification {
  valid: boolean;
  checked: number;
  lastSequence: number;
  lastHash: string;
  /** The first entry that does not fit, and why. */
  firstInvalid?: { sequence: number; reason: string };
}

/**
 * A page of the ledger, newest first.
 *
 * @public
 */
export interface LedgerPage {
  items: LedgerEvent[];
  nextCursor?: string;
}
