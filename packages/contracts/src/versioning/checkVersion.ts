import { gt, prerelease } from 'semver';
import { specChange } from '../comparison/specChange';
import { Contract } from '../contract/Contract';
import { Change } from '../findings/Change';
import { bumpWithin, declaredBump, isSmaller, JudgedVersion } from './bumps';

/** A version of a contract and the digest of what it promises. */
export interface DigestedContract {
  contract: Contract;
  digest: string;
}

/**
 * Finds what is wrong with the number of the next version: one that is taken,
 * or one that promises more than the change keeps to those who use one of the
 * versions before. Drafts and pre-releases may be replaced under their number.
 */
export function checkVersion(
  next: DigestedContract,
  history: readonly DigestedContract[],
  judged: readonly JudgedVersion[],
): Change[] {
  const { version } = next.contract.metadata;
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
  if (taken && !isReplaceable(taken.contract)) {
    const isNewest = !history.some(({ contract }) =>
      gt(contract.metadata.version, version),
    );
    return [
      isNewest
        ? note('VERSION_NOT_BUMPED', version)
        : note('VERSION_REUSED_DIGEST'),
    ];
  }
  const broken = worstPromise(version, judged);
  return broken
    ? [note('BUMP_TOO_SMALL', broken.version, broken.required)]
    : [];
}

/** Of the versions that the next one promises too much to, the newest of those that ask for most. */
function worstPromise(
  next: string,
  judged: readonly JudgedVersion[],
): JudgedVersion | undefined {
  return (
    judged
      // A pre-release announces what its version will be, and promises nothing.
      .filter(({ version }) => version !== next && !prerelease(version))
      .map(({ version, required }) => ({
        version,
        required: bumpWithin(version, required),
      }))
      .filter(({ version, required }) =>
        isSmaller(declaredBump(version, next), required),
      )
      .reduce<JudgedVersion | undefined>(
        (worst, entry) =>
          worst && isSmaller(entry.required, worst.required) ? worst : entry,
        undefined,
      )
  );
}

/** Promised to nobody yet. */
function isReplaceable({ metadata }: Contract): boolean {
  return (
    metadata.status === 'draft' ||
    (metadata.status !== 'active' && prerelease(metadata.version) !== null)
  );
}
