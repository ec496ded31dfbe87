import { runInProcess } from '../__testUtils__/runInProcess';
import { grow } from './bump';

describe('bump', () => {
  it.each([
    ['fraud-score-1.0.0.yaml', 'fraud-score-1.0.0.yaml', 'none', '1.0.0'],
    ['fraud-score-1.0.0.yaml', 'fraud-score-1.1.0.yaml', 'minor', '1.1.0'],
    ['fraud-score-1.1.0.yaml', 'fraud-score-1.2.0.yaml', 'major', '2.0.0'],
  ])('from %s to %s is %s', async (from, to, bump, next) => {
    expect(await runInProcess(['bump', from, to])).toEqual({
      code: 0,
      out: `${bump}\n`,
      err: '',
    });
    const { out } = await runInProcess(['bump', '--next-version', from, to]);
    expect(out).toBe(`${next}\n`);
  });

  it.each([
    ['0.3.1', 'major', '0.4.0'],
    ['0.3.1', 'patch', '0.3.2'],
    ['10.3.1', 'major', '11.0.0'],
  ] as const)('takes %s by %s to %s', (from, bump, to) => {
    expect(grow(from, bump)).toBe(to);
  });

  it('has no next version for what has none', async () => {
    const files = ['payments-1.avsc', 'payments-2.avsc'];
    expect((await runInProcess(['bump', ...files])).out).toBe('minor\n');
    expect(await runInProcess(['bump', '--next-version', ...files])).toEqual({
      code: 2,
      out: '',
      err: '--next-version needs contracts: other formats have no versions.\n',
    });
  });
});
