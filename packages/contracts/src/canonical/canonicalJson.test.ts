import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it('writes what RFC 8785 has as its example', () => {
    const value = {
      numbers: [
        333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001,
      ],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units', () => {
    const keys = [
      '\u20ac',
      '\r',
      '\ufb33',
      '1',
      '\ud83d\ude00',
      '\u0080',
      '\u00f6',
    ];
    const sorted = [
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ];
    const value = Object.fromEntries(keys.map(key => [key, 0]));
    expect(canonicalJson(value)).toBe(
      `{${sorted.map(key => `${JSON.stringify(key)}:0`).join(',')}}`,
    );
  });

  it('leaves out what is undefined, and writes minus zero as zero', () => {
    expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}');
  });

  it.each([[Infinity], [NaN], [[undefined]], [() => 1]])(
    'refuses what JSON cannot hold: %p',
    value => {
      expect(() => canonicalJson(value)).toThrow('JSON cannot hold');
    },
  );
});
