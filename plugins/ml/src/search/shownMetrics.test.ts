import { shownMetrics } from './shownMetrics';

const metrics = ['a', 'b', 'c', 'd'].map(name => ({
  name,
  rawName: name,
  value: 1,
}));

describe('shownMetrics', () => {
  it('has what was asked for first', () => {
    const names = (asked: string[], most: number) =>
      shownMetrics(metrics, asked, most).map(({ name }) => name);
    expect(names([], 2)).toEqual(['a', 'b']);
    expect(names(['d'], 2)).toEqual(['d', 'a']);
    expect(names(['d', 'c', 'b'], 2)).toEqual(['b', 'c', 'd']);
  });
});
