import { rcompare } from 'semver';
import { ContractHead } from './StoredContract';

const ORDER: readonly ContractHead['status'][] = [
  'active',
  'deprecated',
  'draft',
];

/**
 * The one of the versions that holds now: the highest active one, or else what
 * comes closest. Retired ones hold no more.
 */
export function currentContract<
  T extends Pick<ContractHead, 'status' | 'version'>,
>(versions: readonly T[]): T | undefined {
  for (const status of ORDER) {
    const [highest] = versions
      .filter(version => version.status === status)
      .sort((a, b) => rcompare(a.version, b.version));
    if (highest) {
      return highest;
    }
  }
  return undefined;
}
