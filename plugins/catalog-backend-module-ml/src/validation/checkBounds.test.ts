import { checkBounds } from './checkBounds';

function nested(levels: number): object {
  return levels === 0 ? {} : { a: nested(levels - 1) };
}

describe('checkBounds', () => {
  it('has nothing to say about a spec of ordinary size', () => {
    expect(
      checkBounds({
        fields: Array(500).fill({ name: 'x' }),
        contract: nested(10),
      }),
    ).toEqual([]);
    expect(checkBounds(undefined)).toEqual([]);
  });

  it.each([
    [{ fields: Array(501).fill('x') }, 'spec.fields', 'holds 501 items'],
    [
      Array.from({ length: 25 }, () => ({ list: Array(450).fill(1) })),
      'spec',
      'holds more than 10000 values',
    ],
    [
      { contract: nested(20) },
      'spec.contract.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a',
      'is nested deeper than 16 levels',
    ],
    [
      { contract: [{ Max: 1 }, { max: 2 }] },
      'spec.contract[1].max',
      "differs from 'spec.contract.Max' in letter case only",
    ],
  ])('names the first problem', (spec, path, message) => {
    expect(checkBounds(spec)).toEqual([
      { path, message: expect.stringContaining(message) },
    ]);
  });
});
