import fc from 'fast-check';
import { sha256 } from '../formats/hashing/sha256';
import { canonicalJson } from './canonicalJson';

/** The samples of the RFC: a number by its 64 bits, and how it is written. */
const NUMBERS: [bits: string, text: string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** Values with the digests that the writers before this one gave them: such digests are stored, and must stay. */
const STORED: [value: unknown, digest: string][] = [
  [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
  [
    {
      b: [1, 2.5, -0, 1e21, null, true],
      a: { ä: 'é\u2028"\\/\u0007', '': [] },
    },
    'd4a2427f940d08108ff2befc9a797aec3e67e2a049a563411b6b77ad47e464d8',
  ],
  [
    { '\u{1f600}': '\u{1f4a9}', '\ufb33': 'x', 10: 1, 9: 2 },
    '581b56edc1c83c74bac452e85c546d9b2db566b8e08d529f9c860eec5fd9528a',
  ],
];

describe('canonicalJson', () => {
  it('writes the example of RFC 8785', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it.each(NUMBERS)('writes the number %s of RFC 8785 as %s', (bits, text) => {
    const value = Buffer.from(bits, 'hex').readDoubleBE();
    expect(canonicalJson(value)).toBe(text);
  });

  it('sorts members by UTF-16 code units, as RFC 8785 has it', () => {
    const sorted = [
      ...['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'],
    ];
    const value = Object.fromEntries(
      [...sorted].reverse().map(key => [key, 0]),
    );
    expect(canonicalJson(value)).toBe(
      `{${sorted.map(key => `${JSON.stringify(key)}:0`).join(',')}}`,
    );
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it('holds what stands in two places, which is not inside itself', () => {
    const part = { a: 1 };
    expect(canonicalJson([part, { part }])).toBe('[{"a":1},{"part":{"a":1}}]');
  });

  it('has members of any name', () => {
    const value = JSON.parse('{"constructor":1,"__proto__":{"b":2,"a":1}}');
    expect(canonicalJson(value)).toBe(
      '{"__proto__":{"a":1,"b":2},"constructor":1}',
    );
  });

  it.each([
    [Infinity, 'the number Infinity'],
    [[{ a: NaN }], 'the number NaN at /0/a'],
    ['\ud800', 'text with half a surrogate pair'],
    ['\ude00\ud83d', 'text with half a surrogate pair'],
    [{ '\udc00': 1 }, 'text with half a surrogate pair at /\udc00'],
    [{ 'a/b': [undefined] }, 'a value of type undefined at /a~1b/0'],
    // eslint-disable-next-line no-sparse-arrays
    [[1, , 2], 'a value of type undefined at /1'],
    [undefined, 'a value of type undefined'],
    [() => 1, 'a value of type function'],
    [{ a: 1n }, 'a value of type bigint at /a'],
  ])('refuses %p', (value, message) => {
    expect(() => canonicalJson(value)).toThrow(
      new TypeError(`JSON cannot hold ${message}`),
    );
  });

  it('refuses a value inside itself', () => {
    const value: { list: unknown[] } = { list: [] };
    value.list.push(value);
    expect(() => canonicalJson(value)).toThrow(
      'JSON cannot hold a value inside itself at /list/0',
    );
  });

  it('says all that JSON says, whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), value => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text).toHaveLength(JSON.stringify(value).length);
        expect(canonicalJson(turned(value))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(STORED)('gives %j the digest that it always had', (value, digest) => {
    expect(sha256(canonicalJson(value))).toBe(digest);
  });
});

/** The value with the members of its objects in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(turned);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      )
    : value;
}
