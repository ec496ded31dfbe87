import { compare, gt, lt, prerelease } from 'semver';
import { Contract } from '../contract/Contract';

/**
 * What is known of versions besides their contracts.
 *
 * @public
 */
export interface VersionUse {
  /**
   * Versions that something runs or that a consumer is pinned to. They stay
   * supported whatever `supportedVersions` of the contract says.
   */
  versionsInUse?: readonly string[];
  /**
   * By version, the day it was released as `YYYY-MM-DD`, for
   * `supportedVersions.since`; one without a day counts as supported.
   */
  releaseDays?: Readonly<Record<string, string>>;
}

interface Versioned {
  contract: Contract;
}

/** Which of the versions there are a next version is judged against, oldest first. */
export interface SelectedVersions<T> {
  /** All that are supported and not newer than the next one; if none is older, all that are supported. */
  checked: T[];
  /**
   * The one that the next version follows: the highest release below it. A
   * pre-release is one only where there is no release, as it may be replaced.
   */
  base?: T;
}

/**
 * Chooses the versions to judge against. Retired ones drop out. What is newer
 * than the next one does not count for a fix of an older line.
 */
export function selectVersions<T extends Versioned>(
  next: Contract,
  history: readonly T[],
  use: VersionUse,
): SelectedVersions<T> {
  const supported = selectSupported(next, history, use);
  const { version } = next.metadata;
  const followed = supported.filter(entry => !gt(versionOf(entry), version));
  const checked = followed.length > 0 ? followed : supported;
  const below = checked.filter(entry => lt(versionOf(entry), version));
  const releases = below.filter(entry => !prerelease(versionOf(entry)));
  return { checked, base: last(releases) ?? last(below) ?? last(checked) };
}

function selectSupported<T extends Versioned>(
  next: Contract,
  history: readonly T[],
  { versionsInUse = [], releaseDays = {} }: VersionUse,
): T[] {
  const serving = history
    .filter(({ contract }) => contract.metadata.status !== 'retired')
    .sort((a, b) => compare(versionOf(a), versionOf(b)));
  const { last: count, since } =
    next.spec.compatibility?.supportedVersions ?? {};
  if (count === undefined && since === undefined) {
    return serving;
  }
  const { version: nextVersion } = next.metadata;
  const releases = serving
    .map(versionOf)
    .filter(version => lt(version, nextVersion) && !prerelease(version));
  // The one that the next version follows always counts.
  const kept = new Set([
    ...versionsInUse,
    ...releases.slice(-Math.max(count ?? 1, 1)),
  ]);
  const isRecent = (version: string) =>
    since !== undefined && (releaseDays[version] ?? since) >= since;
  return serving.filter(entry => {
    const version = versionOf(entry);
    return kept.has(version) || isRecent(version) || !lt(version, nextVersion);
  });
}

function versionOf({ contract }: Versioned): string {
  return contract.metadata.version;
}

function last<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}
