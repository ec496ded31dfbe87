import fc from 'fast-check';
import { guardFormula, unguardFormula } from './formulaGuard';

describe('formulaGuard', () => {
  it.each(['=1+1', '+49', '-7', '@cmd', '\ttab', '\rline', "'=1+1", "''@x"])(
    'guards %j',
    text => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'fraud-score', "it's", "'quoted'", ' =1', '1+1'])(
    'leaves %j as it is',
    text => {
      expect(guardFormula(text)).toBe(text);
      expect(unguardFormula(text)).toBe(text);
    },
  );

  it('takes off what it put on, whatever the text', () => {
    const parts = fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      'a',
      ' ',
    );
    const texts = fc.array(parts, { maxLength: 6 }).map(all => all.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), text => {
        const guarded = guardFormula(text);
        expect(guarded).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardFormula(guarded)).toBe(text);
      }),
    );
  });
});
