import { major, minor, patch } from 'semver';
import { Finding, VersionBump } from '../findings/Finding';
import { ruleOf } from '../rules/contractRules';

const order: readonly VersionBump[] = ['none', 'patch', 'minor', 'major'];

export function isSmaller(a: VersionBump, b: VersionBump): boolean {
  return order.indexOf(a) < order.indexOf(b);
}

/**
 * The least bump that findings ask for: a major one where something breaks,
 * consented to or not, and otherwise what the rules of the changes say.
 */
export function requiredBump(findings: readonly Finding[]): VersionBump {
  return findings.reduce<VersionBump>((worst, { ruleId, severity }) => {
    const { bump } = ruleOf(ruleId);
    const asked = severity === 'error' && bump !== 'none' ? 'major' : bump;
    return isSmaller(worst, asked) ? asked : worst;
  }, 'none');
}

const parts = [
  [major, 'major'],
  [minor, 'minor'],
  [patch, 'patch'],
] as const;

/** The part of a version that grew; `none` also where the version went back. */
export function declaredBump(from: string, to: string): VersionBump {
  for (const [part, bump] of parts) {
    const before = part(from);
    const after = part(to);
    if (before !== after) {
      return after > before ? bump : 'none';
    }
  }
  return 'none';
}

/** Before version 1, a minor version may break. */
export function bumpWithin(from: string, bump: VersionBump): VersionBump {
  return major(from) === 0 && bump === 'major' ? 'minor' : bump;
}
