import { VersionBump } from '@understudy/contracts';

/**
 * The number that a change asks for: the next one of that size that nobody has.
 * Before version 1 a breaking change is a minor one. A number that is none
 * stays as it is: the contract is refused for that.
 */
export function nextVersion(
  from: string,
  bump: VersionBump,
  taken: ReadonlySet<string>,
): string {
  const match = /^(\d+)\.(\d+)\.(\d+)(-.+)?$/.exec(from);
  if (!match || bump === 'none') {
    return from;
  }
  const [major, minor, patch] = match.slice(1, 4).map(Number);
  const size = major === 0 && bump === 'major' ? 'minor' : bump;
  const next = (step: number): string => {
    switch (size) {
      case 'major':
        return `${major + step}.0.0`;
      case 'minor':
        return `${major}.${minor + step}.0`;
      default:
        return `${major}.${minor}.${patch + step}`;
    }
  };
  let step = 1;
  while (taken.has(next(step))) {
    step += 1;
  }
  return next(step);
}
