import { checkCompatibility, VersionBump } from '@understudy/contracts';
import { inc } from 'semver';
import { CliContext, ExitCode } from '../CliContext';
import { CliError } from '../CliError';
import { sha256 } from '../sha256';
import { readContract, ReadOptions } from '../documents/readContract';
import { sayUnread } from '../output/sayLost';
import { JudgeOptions } from './JudgeOptions';
import { numberForeign } from './loadContracts';

export interface BumpOptions extends JudgeOptions, Omit<ReadOptions, 'cwd'> {
  /** The version that the new contract may have, instead of the part that grows. */
  nextVersion?: boolean;
}

/** Prints how much the version has to grow. */
export async function bump(
  oldPath: string,
  newPath: string,
  options: BumpOptions,
  { cwd, err, out, today }: CliContext,
): Promise<ExitCode> {
  const reading = { ...options, cwd };
  const {
    history: [from],
    next,
    versioned,
  } = numberForeign(
    [await readContract(oldPath, reading)],
    await readContract(newPath, reading),
  );
  const { metadata } = from.contract;
  const { requiredBump } = checkCompatibility({
    mode: options.mode,
    profile: options.profile,
    environment: options.environment,
    today: options.today ?? today,
    next: next.contract,
    // Who asks about a version wants to know, even if nobody uses it any more.
    history: [
      { ...from.contract, metadata: { ...metadata, status: 'active' } },
    ],
    digest: sha256,
  });
  if (options.nextVersion && !versioned) {
    throw new CliError(
      '--next-version needs contracts: other formats have no versions.',
    );
  }
  new Map([from, next].map(loaded => [loaded.path, loaded])).forEach(loaded =>
    sayUnread(loaded, err),
  );
  out(
    `${options.nextVersion ? grow(metadata.version, requiredBump) : requiredBump}\n`,
  );
  return 0;
}

/** The smallest version that grew as asked; before 1.0.0 a minor one may break. */
export function grow(version: string, bumped: VersionBump): string {
  if (bumped === 'none') {
    return version;
  }
  const initial = bumped === 'major' && version.startsWith('0.');
  return inc(version, initial ? 'minor' : bumped) ?? version;
}
