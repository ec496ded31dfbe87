import {
  clearIntakeFilters,
  filterKey,
  hasIntakeFilters,
  readIntakeQuery,
  readStatuses,
  toggleServer,
  toggleStatus,
} from './intakeFilters';

describe('intakeFilters', () => {
  it('reads what the address asks for', () => {
    const params = new URLSearchParams(
      'server=a&server=b&status=ignored&boundBy=rule&text=x&gone=true&sort=-firstSeenAt&after=p2',
    );
    expect(readIntakeQuery(params)).toEqual({
      server: ['a', 'b'],
      status: ['ignored'],
      boundBy: 'rule',
      text: 'x',
      gone: true,
      sort: '-firstSeenAt',
      cursor: 'p2',
    });
  });

  it('shows what waits for somebody unless told otherwise', () => {
    expect(readStatuses(new URLSearchParams())).toEqual([
      'no-model',
      'no-owner',
    ]);
    expect(readStatuses(new URLSearchParams('status=nonsense'))).toEqual([
      'no-model',
      'no-owner',
    ]);
  });

  it('switches statuses on and off and names the usual ones never', () => {
    const start = new URLSearchParams('after=p2');
    const withIgnored = toggleStatus(start, 'ignored');
    expect(withIgnored.toString()).toBe(
      'status=no-model&status=no-owner&status=ignored',
    );
    expect(toggleStatus(withIgnored, 'ignored').toString()).toBe('');

    const one = toggleStatus(start, 'no-owner');
    expect(one.toString()).toBe('status=no-model');
    expect(toggleStatus(one, 'no-model').toString()).toBe('');
  });

  it('adds servers up', () => {
    const both = toggleServer(toggleServer(new URLSearchParams(), 'a'), 'b');
    expect(both.toString()).toBe('server=a&server=b');
    expect(toggleServer(both, 'a').toString()).toBe('server=b');
  });

  it('clears the filters but not the rest of the address', () => {
    const params = new URLSearchParams('server=a&gone=true&after=p2&record=r');
    expect(hasIntakeFilters(params)).toBe(true);
    expect(clearIntakeFilters(params).toString()).toBe('record=r');
    expect(hasIntakeFilters(clearIntakeFilters(params))).toBe(false);
  });

  it('knows the pages of one list', () => {
    const first = new URLSearchParams('text=x&record=r');
    const second = new URLSearchParams('after=p2&text=x');
    expect(filterKey(second)).toBe(filterKey(first));
    expect(filterKey(new URLSearchParams('text=y'))).not.toBe(filterKey(first));
  });
});
