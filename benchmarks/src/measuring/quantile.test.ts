import { median, quantile } from './quantile';

describe('quantile', () => {
  it('is a value that was measured', () => {
    const values = [40, 10, 30, 20];
    expect(quantile(values, 0.5)).toBe(20);
    expect(quantile(values, 0.75)).toBe(30);
    expect(quantile(values, 0.95)).toBe(40);
    expect(quantile(values, 0)).toBe(10);
  });

  it('leaves out the slowest five of a hundred', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantile(values, 0.95)).toBe(95);
  });

  it('does not change what it is given', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });

  it('has no answer for nothing', () => {
    expect(() => median([])).toThrow('no quantile of nothing');
  });
});
