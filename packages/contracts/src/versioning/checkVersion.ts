import { prerelease } from 'semver';
import { specChange } from '../comparison/specChange';
import { Contract } from '../contract/Contract';
import { Change } from '../findings/Change';
import { VersionBump } from '../findings/Finding';
import { bumpWithin, declaredBump, isSmaller } from './bumps';

/** A version of a contract and the digest of what it holds. */
export interface DigestedContract {
  contract: Contract;
  digest: string;
}

/**
 * Finds what is wrong with the number of the next version: one that is taken,
 * or one that promises more than the change keeps. Drafts and pre-releases may
 * be replaced under their number.
 */
export function checkVersion(
  next: DigestedContract,
  history: readonly DigestedContract[],
  required: VersionBump,
): Change[] {
  const { version } = next.contract.metadata;
  const latest = history[history.length - 1];
  const taken = history.find(
    ({ contract, digest }) =>
      contract.metadata.version === version && digest !== next.digest,
  );
  const note = (ruleId: string, old?: string, subject?: string) =>
    specChange({
      ruleId,
      newPointer: '/metadata/version',
      old,
      new: version,
      subject,
    });
  if (taken) {
    if (isReplaceable(taken.contract)) {
      return [];
    }
    return taken === latest
      ? [note('VERSION_NOT_BUMPED', version)]
      : [note('VERSION_REUSED_DIGEST')];
  }
  if (!latest || latest.digest === next.digest) {
    return [];
  }
  const from = latest.contract.metadata.version;
  const asked = bumpWithin(from, required);
  const tooSmall = isSmaller(declaredBump(from, version), asked);
  // A pre-release announces what its version will be.
  return tooSmall && !prerelease(from)
    ? [note('BUMP_TOO_SMALL', from, asked)]
    : [];
}

/** Promised to nobody yet. */
function isReplaceable({ metadata }: Contract): boolean {
  return (
    metadata.status === 'draft' ||
    (metadata.status !== 'active' && prerelease(metadata.version) !== null)
  );
}
