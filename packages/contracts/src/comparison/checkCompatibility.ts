import { canonicalJson } from '../canonical/canonicalJson';
import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { CompatibilityReport } from '../findings/Finding';
import { PolicyOptions } from '../policy/PolicyOptions';
import { diffContracts } from './diffContracts';

/** @public */
export interface CheckCompatibilityOptions extends PolicyOptions {
  next: Contract;
  /** The supported versions before, oldest first. */
  history: readonly Contract[];
  /** Of all ports; unless said, the one of the contract, else that of each port's direction. */
  mode?: CompatibilityMode;
  /** Fields that consumers are known to use, by port and by path as in {@link Finding.path}. */
  usedFields?: readonly { port: string; path: string }[];
  /** There are no other consumers than those that `usedFields` comes from. */
  knownConsumersComplete?: boolean;
  /** Hex digest of a text, SHA-256 wherever digests are kept. */
  digest: (text: string) => string;
}

/**
 * Judges the next version of a contract against the versions before it.
 *
 * @public
 */
export function checkCompatibility(
  options: CheckCompatibilityOptions,
): CompatibilityReport {
  const { next, history, digest } = options;
  const latest = history[history.length - 1];
  const findings = latest ? diffContracts(latest, next, options) : [];
  return {
    id: digest(canonicalJson(next)),
    provider: next.spec.subject,
    from: latest?.metadata.version,
    to: next.metadata.version,
    mode: options.mode,
    profile: options.profile ?? 'default',
    checkedAgainst: history.map(contract => ({
      ref: contract.spec.subject,
      version: contract.metadata.version,
      digest: digest(canonicalJson(contract)),
    })),
    verdict: findings.length ? 'incompatible' : 'compatible',
    requiredBump: findings.length ? 'major' : 'none',
    declaredBump: 'none',
    findings,
    order: 'any',
    engineVersion: '0',
    inputDigest: digest(canonicalJson(options.next)),
  };
}
