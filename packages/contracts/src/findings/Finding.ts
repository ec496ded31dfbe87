import { Json } from '../fields/json';
import {
  CompatibilityMode,
  CompatibilityProfile,
} from '../contract/CompatibilityPolicy';

/** @public */
export type FindingSeverity = 'error' | 'warning' | 'info';

/**
 * One thing that a check found, what it means, and what to do about it.
 *
 * @public
 */
export interface Finding {
  /** One of the rules that {@link contractRules} lists. */
  ruleId: string;
  severity: FindingSeverity;
  /** `backward`: the new one reads the old; `forward`: the old one reads the new. */
  direction: 'backward' | 'forward' | 'both';
  /** Name of the port; empty for what is not about a port. */
  port: string;
  /** JSON Pointer (RFC 6901) into the contract that has the thing: the new one, or the old one when the new has it no more. */
  pointer: string;
  /** Which of the two contracts the pointer points into; the consumer's is the old one. */
  pointsInto: 'new' | 'old';
  /** The field as a person writes it, such as `address.street`; empty for what is not about a field. */
  path: string;
  old?: Json;
  new?: Json;
  message: string;
  remediation: string;
  /** Entity ref of who is hit. */
  consumer?: string;
  /** `implied`: the consumer declared nothing, and what it needs was worked out. */
  basis: 'declared' | 'implied';
  /** The version before that shows it, where a check looked at several. */
  against?: string;
  /** Accepted by the owner for a time; still shown. */
  waiver?: {
    id: string;
    until: string;
    reason: string;
    /** Entity ref of who consented, where that is told. */
    approvedBy?: string;
  };
  /** The severity that the rule gave, and why an override changed it. */
  override?: { from: FindingSeverity; reason: string };
}

/** @public */
export type CompatibilityVerdict =
  'compatible' | 'compatible_with_warnings' | 'incompatible' | 'unverifiable';

/**
 * The part of a semantic version that has to grow.
 *
 * @public
 */
export type VersionBump = 'major' | 'minor' | 'patch' | 'none';

/**
 * What a contract does to those who depend on the versions before it.
 *
 * @public
 */
export interface CompatibilityReport {
  /** Derived from {@link CompatibilityReport.inputDigest} and the version of the engine. */
  id: string;
  /** Entity ref of the subject. */
  provider: string;
  /** Versions of the contract. */
  from?: string;
  to: string;
  /** Absent where each port has the one of its direction. */
  mode?: CompatibilityMode;
  profile: CompatibilityProfile;
  checkedAgainst: { ref: string; version: string; digest: string }[];
  verdict: CompatibilityVerdict;
  requiredBump: VersionBump;
  declaredBump: VersionBump;
  findings: Finding[];
  /**
   * Who has to move first, in the words of reading; `none` where no order
   * works. Where the same party reads the inputs and writes the outputs that
   * matter, the word is that of the outputs.
   */
  order: 'readers-first' | 'writers-first' | 'any' | 'none';
  /** The same in the words of a rollout. */
  first: 'provider' | 'consumers' | 'any' | 'none';
  engineVersion: string;
  inputDigest: string;
}
