import { bumpFrom, bumpWithin, declaredBump } from './bumps';

describe('declaredBump', () => {
  it.each([
    ['1.0.0', '2.0.0', 'major'],
    ['1.9.9', '1.10.0', 'minor'],
    ['1.0.0', '1.0.1', 'patch'],
    ['1.0.0', '1.0.0', 'none'],
    ['2.0.0', '1.9.0', 'none'],
    ['1.0.0', '1.1.0-rc.1', 'minor'],
    ['1.0.1-rc.1', '1.0.1', 'patch'],
    ['1.1.0-rc.1', '1.1.0', 'minor'],
    ['2.0.0-rc.1', '2.0.0', 'major'],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'none'],
  ])('%s to %s is %s', (from, to, bump) => {
    expect(declaredBump(from, to)).toBe(bump);
  });
});

describe('bumpFrom', () => {
  it.each([
    ['1.1.0', 'major', 'major'],
    ['2.0.0', 'major', 'patch'],
    ['1.0.1', 'minor', 'minor'],
    ['1.0.0-rc.1', 'major', 'patch'],
  ] as const)('%s tells users of 1.0.0', (base, required, bump) => {
    expect(
      bumpFrom(base, [
        { version: '1.0.0', required },
        { version: base, required: 'patch' },
      ]),
    ).toBe(bump);
  });
});

describe('bumpWithin', () => {
  it('lets minor versions break before version 1 only', () => {
    expect(bumpWithin('0.3.0', 'major')).toBe('minor');
    expect(bumpWithin('0.3.0', 'patch')).toBe('patch');
    expect(bumpWithin('1.3.0', 'major')).toBe('major');
  });
});
