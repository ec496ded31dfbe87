import { bumpWithin, declaredBump } from './bumps';

describe('declaredBump', () => {
  it.each([
    ['1.0.0', '2.0.0', 'major'],
    ['1.9.9', '1.10.0', 'minor'],
    ['1.0.0', '1.0.1', 'patch'],
    ['1.0.0', '1.0.0', 'none'],
    ['2.0.0', '1.9.0', 'none'],
    ['1.0.0', '1.1.0-rc.1', 'minor'],
  ])('%s to %s is %s', (from, to, bump) => {
    expect(declaredBump(from, to)).toBe(bump);
  });
});

describe('bumpWithin', () => {
  it('lets minor versions break before version 1 only', () => {
    expect(bumpWithin('0.3.0', 'major')).toBe('minor');
    expect(bumpWithin('0.3.0', 'patch')).toBe('patch');
    expect(bumpWithin('1.3.0', 'major')).toBe('major');
  });
});
