import { ContractOrigin } from '@understudy/plugin-ml-common';
import { rcompare } from 'semver';
import { ContractHead } from './StoredContract';

const ORDER: readonly ContractHead['status'][] = [
  'active',
  'deprecated',
  'draft',
];

/** What somebody said holds before what was worked out, whatever its number. */
const SAID: ReadonlySet<ContractOrigin> = new Set(['declared', 'attached']);

/**
 * The one of the versions that holds now: of the active ones that somebody said,
 * or else of those that were worked out, the highest; or what comes closest.
 * Retired ones hold no more.
 */
export function currentContract<
  T extends Pick<ContractHead, 'origin' | 'status' | 'version'>,
>(versions: readonly T[]): T | undefined {
  for (const status of ORDER) {
    const [first] = versions
      .filter(version => version.status === status)
      .sort(
        (a, b) =>
          Number(SAID.has(b.origin)) - Number(SAID.has(a.origin)) ||
          rcompare(a.version, b.version),
      );
    if (first) {
      return first;
    }
  }
  return undefined;
}
