import { checkCompatibility, Contract } from '@understudy/contracts';
import { inc, rcompare } from 'semver';
import { promiseDigest, sha256 } from './contractDigest';

/**
 * Numbers a contract that was worked out, and so has no number of its own: the
 * next one that says what the change does to those who use the versions before.
 *
 * @returns Nothing where the latest version says the same already.
 */
export function deriveVersion(
  live: Contract,
  history: readonly Contract[],
): Contract | undefined {
  const [latest] = [...history].sort((a, b) =>
    rcompare(a.metadata.version, b.metadata.version),
  );
  if (!latest) {
    return numbered(live, '1.0.0');
  }
  const { version } = latest.metadata;
  if (promiseDigest(numbered(live, version)) === promiseDigest(latest)) {
    return undefined;
  }
  const { requiredBump } = checkCompatibility({
    next: numbered(live, bump(version, 'patch')),
    history,
    digest: sha256,
  });
  return numbered(
    live,
    bump(version, requiredBump === 'none' ? 'patch' : requiredBump),
  );
}

function numbered(contract: Contract, version: string): Contract {
  return { ...contract, metadata: { ...contract.metadata, version } };
}

function bump(version: string, part: 'major' | 'minor' | 'patch'): string {
  const next = inc(version, part);
  if (next === null) {
    throw new Error(`The version '${version}' of a contract is not semantic`);
  }
  return next;
}
