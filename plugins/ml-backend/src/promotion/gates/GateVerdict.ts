import { GateEvidence, GateStatus } from '@understudy/plugin-ml-common';

/** What a gate made of what it was given. */
export interface GateVerdict {
  status: Extract<GateStatus, 'pass' | 'warn' | 'fail' | 'unknown' | 'error'>;
  summary: string;
  remedy?: string;
  evidence: GateEvidence[];
  /** When the evidence becomes too old, ISO 8601. */
  validUntil?: string;
}
