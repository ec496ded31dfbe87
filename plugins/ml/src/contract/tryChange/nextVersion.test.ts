import { VersionBump } from '@understudy/contracts';
import { nextVersion } from './nextVersion';

describe('nextVersion', () => {
  it.each<[string, VersionBump, string]>([
    ['2.3.1', 'major', '3.0.0'],
    ['2.3.1', 'minor', '2.4.0'],
    ['2.3.1', 'patch', '2.3.2'],
    ['2.3.1', 'none', '2.3.1'],
    ['0.3.1', 'major', '0.4.0'],
    ['3.0.0-rc.1', 'patch', '3.0.1'],
    ['three', 'major', 'three'],
  ])('after %s, %s: %s', (from, bump, expected) => {
    expect(nextVersion(from, bump, new Set())).toBe(expected);
  });

  it('steps over numbers that are taken', () => {
    expect(nextVersion('2.3.1', 'minor', new Set(['2.4.0', '2.5.0']))).toBe(
      '2.6.0',
    );
  });
});
