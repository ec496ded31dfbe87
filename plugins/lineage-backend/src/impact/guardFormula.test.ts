import { guardFormula } from './guardFormula';

describe('guardFormula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '"=1',
    "'=1",
    '＝1',
    '－1',
  ])('guards %j', text => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'orders', 'a=b', '/tmp/x', '1', 'model:default/x', "'quoted'"])(
    'leaves %j as it is',
    text => {
      expect(guardFormula(text)).toBe(text);
    },
  );
});
