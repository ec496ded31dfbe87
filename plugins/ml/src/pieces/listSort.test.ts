import { readSort, sortText, toggleSort } from './listSort';

const fields = ['name', 'firstSeenAt'] as const;

describe('listSort', () => {
  it.each([
    ['', 'name', 'asc'],
    ['sort=-name', 'name', 'desc'],
    ['sort=firstSeenAt', 'firstSeenAt', 'asc'],
    ['sort=-colour', 'name', 'asc'],
  ])('reads %p', (address, by, direction) => {
    expect(readSort(new URLSearchParams(address), fields)).toEqual({
      by,
      direction,
    });
  });

  it('turns round what is chosen again, and goes to the first page', () => {
    const start = new URLSearchParams('after=p2');
    const newest = toggleSort(start, fields, 'firstSeenAt');
    expect(newest.toString()).toBe('sort=firstSeenAt');
    expect(toggleSort(newest, fields, 'firstSeenAt').toString()).toBe(
      'sort=-firstSeenAt',
    );
    expect(toggleSort(start, fields, 'name').toString()).toBe('sort=-name');
  });

  it('writes what the backend reads', () => {
    expect(sortText({ by: 'name', direction: 'asc' })).toBe('name');
    expect(sortText({ by: 'name', direction: 'desc' })).toBe('-name');
  });
});
