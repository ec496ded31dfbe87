import { formatNumber, formatSigned } from './formatNumber';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [0.91234, '0.912'],
    [0.9, '0.900'],
    [23, '23'],
    [23.456, '23.5'],
    [999.7, '1\u202f000'],
    [1234567, '1\u202f234\u202f567'],
    [-1234, '\u22121\u202f234'],
    [0.00001234, '1.23e-5'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
  ])('writes %p as %p', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('signs changes', () => {
    expect(formatSigned(0.002)).toBe('+0.00200');
    expect(formatSigned(-0.002)).toBe('\u22120.00200');
    expect(formatSigned(0)).toBe('0');
  });
});
