import {
  clearFilters,
  hasModelFilters,
  readModelQuery,
  readScope,
  setFilter,
  toggleFilter,
} from './modelFilters';

describe('modelFilters', () => {
  it('reads what the address asks for', () => {
    const params = new URLSearchParams(
      'show=all&owner=group:default/a&owner=group:default/b&type=ranker&after=x&after=y',
    );
    expect(readModelQuery(params)).toMatchObject({
      owner: ['group:default/a', 'group:default/b'],
      type: 'ranker',
      cursor: 'y',
    });
    expect(readScope(params)).toBe('all');
    expect(readScope(new URLSearchParams('show=theirs'))).toBeUndefined();
  });

  it('adds owners up, takes one value of the others, and goes to the first page', () => {
    const start = new URLSearchParams('after=x');
    const owners = toggleFilter(
      toggleFilter(start, 'owner', 'a'),
      'owner',
      'b',
    );
    expect(owners.toString()).toBe('owner=a&owner=b');
    expect(toggleFilter(owners, 'owner', 'a').toString()).toBe('owner=b');

    const type = toggleFilter(
      toggleFilter(start, 'type', 'ranker'),
      'type',
      'classifier',
    );
    expect(type.toString()).toBe('type=classifier');
    expect(toggleFilter(type, 'type', 'classifier').toString()).toBe('');
  });

  it('clears the filters but not whose models are shown', () => {
    const params = setFilter(
      new URLSearchParams('show=mine&tier=high'),
      'text',
      'fraud',
    );
    expect(hasModelFilters(params)).toBe(true);
    expect(clearFilters(params).toString()).toBe('show=mine');
    expect(hasModelFilters(clearFilters(params))).toBe(false);
  });
});
