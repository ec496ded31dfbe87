import { canonicalJson } from '../canonical/canonicalJson';
import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { engineVersion } from '../engineVersion';
import { Change } from '../findings/Change';
import { createFinding } from '../findings/createFinding';
import { decideVerdict } from '../findings/decideVerdict';
import { CompatibilityReport, Finding } from '../findings/Finding';
import { limitFindings } from '../findings/limitFindings';
import { applyPolicy } from '../policy/applyPolicy';
import { PolicyOptions } from '../policy/PolicyOptions';
import { declaredBump, requiredBump } from '../versioning/bumps';
import { checkVersion } from '../versioning/checkVersion';
import { compareContracts } from './compareContracts';
import { createContext, profileOf } from './createContext';
import { isTransitive, selectColumns } from './selectColumns';
import { upgradeOrder } from './upgradeOrder';

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
 * Judges the next version of a contract against the versions before it: all of
 * them, or the latest only where the mode is not transitive. Equal input gives
 * an equal report, in whatever order the keys of the contracts are.
 *
 * @public
 */
export function checkCompatibility(
  options: CheckCompatibilityOptions,
): CompatibilityReport {
  const { next, history, digest } = options;
  const mode = options.mode ?? next.spec.compatibility?.mode;
  const profile = profileOf(next, options.profile);
  const digested = history.map(contract => ({
    contract,
    digest: digest(canonicalJson(contract)),
  }));
  const latest = history[history.length - 1];
  const checked = isTransitive(mode) ? digested : digested.slice(-1);
  const context = createContext(next, { ...options, profile });
  const compared = checked.map(({ contract }) => ({
    version: contract.metadata.version,
    changes: compareContracts(contract, next, context),
  }));
  const policy = {
    overrides: [
      ...(next.spec.compatibility?.overrides ?? []),
      ...(options.overrides ?? []),
    ],
    waivers: options.waivers ?? [],
    provider: next.spec.subject,
    environment: options.environment,
    today: options.today,
  };
  const changes = applyPolicy(collectFindings(compared, mode), policy);
  const required = requiredBump(changes);
  const versions = checkVersion(
    { contract: next, digest: digest(canonicalJson(next)) },
    digested,
    required,
  ).map(change => createFinding(change, { backward: true, forward: true }));
  const findings = limitFindings([
    ...changes,
    ...applyPolicy(versions, policy),
  ]);
  const inputDigest = digest(canonicalJson(inputOf(options, mode, profile)));
  return {
    id: digest(`${engineVersion}\n${inputDigest}`),
    provider: next.spec.subject,
    ...(latest && { from: latest.metadata.version }),
    to: next.metadata.version,
    ...(mode && { mode }),
    profile,
    checkedAgainst: checked.map(({ contract, digest: own }) => ({
      ref: contract.spec.subject,
      version: contract.metadata.version,
      digest: own,
    })),
    verdict: decideVerdict(findings),
    requiredBump: required,
    declaredBump: latest
      ? declaredBump(latest.metadata.version, next.metadata.version)
      : 'none',
    findings,
    ...upgradeOrder(compared.flatMap(entry => entry.changes)),
    engineVersion,
    inputDigest,
  };
}

/**
 * The findings against each version, newest first. Of older ones counts what
 * hurts and is not already known of a newer one.
 */
function collectFindings(
  compared: readonly { version: string; changes: readonly Change[] }[],
  mode: CompatibilityMode | undefined,
): Finding[] {
  const seen = new Set<string>();
  return [...compared].reverse().flatMap(({ version, changes }, age) => {
    const findings = changes
      .map(change =>
        createFinding(change, selectColumns(mode, change.portDirection)),
      )
      .filter(finding => age === 0 || finding.severity !== 'info')
      .filter(finding => !seen.has(keyOf(finding)));
    findings.forEach(finding => seen.add(keyOf(finding)));
    return findings.map(finding => ({ ...finding, against: version }));
  });
}

/** What is said, apart from where the older version has it. */
function keyOf(finding: Finding): string {
  const { ruleId, severity, port, path, message } = finding;
  const pointer = finding.pointsInto === 'new' ? finding.pointer : '';
  return [ruleId, severity, port, path, pointer, message].join('\n');
}

/** All that the report depends on besides the engine. */
function inputOf(
  options: CheckCompatibilityOptions,
  mode: CompatibilityMode | undefined,
  profile: string,
) {
  const { next, history, usedFields, knownConsumersComplete } = options;
  const { overrides, waivers, environment, today } = options;
  return {
    next,
    history,
    mode,
    profile,
    usedFields,
    knownConsumersComplete,
    overrides,
    waivers,
    environment,
    today,
  };
}
