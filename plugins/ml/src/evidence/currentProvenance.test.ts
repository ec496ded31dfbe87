import { VersionProvenance } from '@understudy/plugin-ml-common';
import { currentProvenance, hasReplaced } from './currentProvenance';

const statement = (
  addedAt: string,
  parts: Partial<VersionProvenance>,
): VersionProvenance => ({ id: addedAt, addedBy: 'ci', addedAt, ...parts });

describe('currentProvenance', () => {
  it('takes each part from the newest statement that has it', () => {
    const first = statement('2026-01-01', {
      run: { id: 'r1' },
      trainedBy: 'nightly',
    });
    const second = statement('2026-01-02', { run: { id: 'r2' } });
    const current = currentProvenance([first, second]);
    expect(current.run).toEqual({ id: 'r2' });
    expect(current.trainedBy).toBe('nightly');
    expect(current.code).toBeUndefined();
    expect(hasReplaced([first, second])).toBe(true);
  });

  it('knows that parts only added to each other', () => {
    expect(
      hasReplaced([
        statement('2026-01-01', { run: { id: 'r1' } }),
        statement('2026-01-02', { trainedBy: 'nightly' }),
      ]),
    ).toBe(false);
  });
});
