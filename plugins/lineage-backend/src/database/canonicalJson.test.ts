import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it('writes what RFC 8785 has as its example', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units', () => {
    const value = {
      ...{ '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4 },
      ...{ 10: 5, 9: 6 },
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"10":5,"9":6,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
    );
  });

  it.each([
    ['{"a":1e400}', '{"a":null}'],
    ['["\\ud800"]', '["\\ud800"]'],
  ])('keeps events that the RFC would refuse: %s', (sent, text) => {
    expect(canonicalJson(JSON.parse(sent))).toBe(text);
  });

  it('refuses what is not there', () => {
    expect(() => canonicalJson(undefined)).toThrow('has no JSON');
  });
});
