import { valueText } from './valueText';

describe('valueText', () => {
  it.each([
    [undefined, ''],
    [null, 'null'],
    [0.5, '0.5'],
    ['EUR', 'EUR'],
    [['a', 'b'], 'a, b'],
    [{ kind: 'scalar', type: 'int64' }, 'kind scalar, type int64'],
  ])('writes %j as %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  it('cuts what nobody reads to its end', () => {
    const text = valueText('x'.repeat(500));
    expect(text).toHaveLength(121);
    expect(text.endsWith('…')).toBe(true);
  });
});
