import { judgeChange } from './judgeChange';

describe('judgeChange', () => {
  it('knows which way is better', () => {
    expect(judgeChange(0.1, 'higher')).toBe('better');
    expect(judgeChange(-0.1, 'higher')).toBe('worse');
    expect(judgeChange(0.1, 'lower')).toBe('worse');
    expect(judgeChange(-0.1, 'lower')).toBe('better');
  });

  it('does not guess', () => {
    expect(judgeChange(0.1)).toBe('neutral');
    expect(judgeChange(0, 'higher')).toBe('neutral');
    expect(judgeChange(NaN, 'higher')).toBe('neutral');
  });
});
