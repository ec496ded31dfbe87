import { canonicalJson } from '../canonical/canonicalJson';
import { CompatibilityMode } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { engineVersion } from '../engineVersion';
import { createFinding } from '../findings/createFinding';
import { decideVerdict } from '../findings/decideVerdict';
import { CompatibilityReport, Finding } from '../findings/Finding';
import { limitFindings } from '../findings/limitFindings';
import { applyPolicy } from '../policy/applyPolicy';
import { PolicyOptions } from '../policy/PolicyOptions';
import { bumpFrom, declaredBump, requiredBump } from '../versioning/bumps';
import { checkVersion } from '../versioning/checkVersion';
import { selectVersions, VersionUse } from '../versioning/selectVersions';
import { compareContracts } from './compareContracts';
import { createContext, profileOf } from './createContext';
import { isTransitive, selectColumns } from './selectColumns';
import { upgradeOrder } from './upgradeOrder';

/** @public */
export interface CheckCompatibilityOptions extends PolicyOptions, VersionUse {
  next: Contract;
  /**
   * All versions that there are, in any order. Retired ones, those outside of
   * `supportedVersions` of the next one, and newer ones, as for a fix of an
   * older line, are looked at only for numbers that are taken.
   */
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
 * Judges the next version of a contract against the supported versions before
 * it: all of them, or only the one that it follows where the mode is not
 * transitive. `from` and the bumps are about the one that it follows, the
 * highest release below it. Equal input gives
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
  const { checked: supported, base } = selectVersions(
    next,
    history.map(contract => ({ contract })),
    options,
  );
  const checked = isTransitive(mode) || !base ? supported : [base];
  const context = createContext(next, { ...options, profile });
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
  const compared = checked.map(({ contract }) => {
    const changes = compareContracts(contract, next, context);
    const findings = changes.map(change =>
      createFinding(change, selectColumns(mode, change.portDirection)),
    );
    return {
      version: contract.metadata.version,
      changes,
      findings: applyPolicy(findings, policy),
    };
  });
  const judged = compared.map(({ version, findings }) => ({
    version,
    required: requiredBump(findings.filter(changesPromise)),
  }));
  const versions = checkVersion(next, history, judged, contract =>
    digest(canonicalJson(promiseOf(contract))),
  ).map(change => createFinding(change, { backward: true, forward: true }));
  const findings = limitFindings([
    ...collectFindings(compared),
    ...applyPolicy(versions, policy),
  ]);
  const from = base?.contract.metadata.version;
  const inputDigest = digest(canonicalJson(inputOf(options, mode, profile)));
  return {
    id: digest(`${engineVersion}\n${inputDigest}`),
    provider: next.spec.subject,
    ...(from !== undefined && { from }),
    to: next.metadata.version,
    ...(mode && { mode }),
    profile,
    checkedAgainst: checked.map(({ contract }) => ({
      ref: contract.spec.subject,
      version: contract.metadata.version,
      digest: digest(canonicalJson(contract)),
    })),
    verdict: decideVerdict(findings),
    requiredBump: from === undefined ? 'none' : bumpFrom(from, judged),
    declaredBump:
      from === undefined ? 'none' : declaredBump(from, next.metadata.version),
    findings,
    ...upgradeOrder(compared.flatMap(entry => entry.changes)),
    engineVersion,
    inputDigest,
  };
}

/** That a version is deprecated or retired changes nothing that it promised. */
function changesPromise({ pointer }: Finding): boolean {
  return pointer !== '/metadata/status';
}

/** What must stay the same under one number. What was promised is no draft again. */
function promiseOf({ metadata, ...contract }: Contract) {
  const isDraft = metadata.status === 'draft';
  return { ...contract, metadata: { ...metadata, status: isDraft } };
}

/**
 * The findings against each version, newest first. Of older ones counts what
 * hurts and is not already known of a newer one.
 */
function collectFindings(
  compared: readonly { version: string; findings: readonly Finding[] }[],
): Finding[] {
  const seen = new Set<string>();
  return [...compared].reverse().flatMap(({ version, findings }, age) => {
    const own = findings
      .filter(finding => age === 0 || finding.severity !== 'info')
      .filter(finding => !seen.has(keyOf(finding)));
    own.forEach(finding => seen.add(keyOf(finding)));
    return own.map(finding => ({ ...finding, against: version }));
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
  const { versionsInUse, releaseDays } = options;
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
    versionsInUse,
    releaseDays,
  };
}
