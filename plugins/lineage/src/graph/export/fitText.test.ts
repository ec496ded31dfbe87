import { fitText, textWidth } from './fitText';

const FAMILY = '👩‍👩‍👧‍👦';

describe('fitText', () => {
  it('leaves alone what has room', () => {
    expect(fitText('orders', 200, { size: 12 })).toBe('orders');
    expect(fitText('', 200, { size: 12 })).toBe('');
  });

  it('cuts what has none, so that it fits with its dots', () => {
    const cut = fitText('payments.public.card_transactions', 100, { size: 12 });
    expect(cut).toMatch(/^payments\..*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100 + 12);
  });

  it('cuts between letters as people see them', () => {
    const cut = fitText(FAMILY.repeat(8), 60, { size: 12 });
    expect(cut.replace('…', '').replaceAll(FAMILY, '')).toBe('');
    expect(cut.length).toBeGreaterThan(1);
  });

  it('takes wide letters for wider than narrow ones', () => {
    expect(textWidth('WWW', 12)).toBeGreaterThan(textWidth('iii', 12));
    expect(textWidth('表表表', 12)).toBeGreaterThan(textWidth('aaa', 12));
    expect(textWidth('abc', 12, true)).toBeGreaterThan(textWidth('abc', 12));
  });
});
