import { gt, prerelease } from 'semver';
import { specChange } from '../comparison/specChange';
import { Contract } from '../contract/Contract';
import { Change } from '../findings/Change';
import { bumpWithin, declaredBump, isSmaller, JudgedVersion } from './bumps';

/**
 * Finds what is wrong with the number of the next version: one that is taken,
 * or one that promises more than the change keeps to those who use one of the
 * versions before. Drafts may be replaced under their number.
 *
 * @param digestOf - Of what must stay the same under one number.
 */
export function checkVersion(
  next: Contract,
  history: readonly Contract[],
  judged: readonly JudgedVersion[],
  digestOf: (contract: Contract) => string,
): Change[] {
  const { version } = next.metadata;
  // A draft, also of a pre-release, is promised to nobody yet.
  const taken = history.find(
    contract =>
      contract.metadata.version === version &&
      contract.metadata.status !== 'draft' &&
      digestOf(contract) !== digestOf(next),
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
    const isNewest = !history.some(({ metadata }) =>
      gt(metadata.version, version),
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
