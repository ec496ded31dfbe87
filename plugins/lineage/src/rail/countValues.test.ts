import { countValues } from './countValues';

describe('countValues', () => {
  it('counts values, those of most first', () => {
    const things = ['a', 'b', 'b', undefined, undefined, undefined];
    expect(countValues(things, thing => thing)).toEqual([
      { value: '', count: 3 },
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
    ]);
  });
});
