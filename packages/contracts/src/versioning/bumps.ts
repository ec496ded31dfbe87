import { lt, major, minor, patch, prerelease } from 'semver';
import { Finding, VersionBump } from '../findings/Finding';
import { ruleOf } from '../rules/contractRules';

const order: readonly VersionBump[] = ['none', 'patch', 'minor', 'major'];

/** What a change asks for, seen from one of the versions before it. */
export interface JudgedVersion {
  version: string;
  required: VersionBump;
}

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

/**
 * The part of a version that grew; `none` also where the version went back.
 * A release grows by what its pre-release announced.
 */
export function declaredBump(from: string, to: string): VersionBump {
  for (const [part, bump] of parts) {
    const before = part(from);
    const after = part(to);
    if (before !== after) {
      return after > before ? bump : 'none';
    }
  }
  return prerelease(from) && !prerelease(to) ? announcedBump(to) : 'none';
}

/** `2.0.0` is a major version, `2.1.0` a minor one. */
function announcedBump(version: string): VersionBump {
  if (patch(version) > 0) {
    return 'patch';
  }
  return minor(version) > 0 ? 'minor' : 'major';
}

/**
 * What a next version has to grow by from the one that it follows, so that it
 * also tells those who still use older ones. What the base itself has told
 * them already does not count again.
 */
export function bumpFrom(
  base: string,
  judged: readonly JudgedVersion[],
): VersionBump {
  return judged.reduce<VersionBump>((worst, { version, required }) => {
    const counts =
      version === base ||
      (lt(version, base) &&
        !prerelease(version) &&
        isSmaller(declaredBump(version, base), bumpWithin(version, required)));
    return counts && isSmaller(worst, required) ? required : worst;
  }, 'none');
}

/** Before version 1, a minor version may break. */
export function bumpWithin(from: string, bump: VersionBump): VersionBump {
  return major(from) === 0 && bump === 'major' ? 'minor' : bump;
}
