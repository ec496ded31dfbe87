import { DataField } from '@understudy/plugin-ml-common';
import { clearFieldFilters, readFieldQuery, selectFields } from './fieldQuery';

const fields: DataField[] = [
  {
    name: 'payments_1h',
    type: 'int64',
    description: 'Refunds are left out',
    classification: 'confidential',
    personalData: ['indirect'],
    tags: ['velocity'],
  },
  { name: 'Amount', type: 'double', personalData: [] },
  { name: 'tx_count', deprecated: { reason: 'Wrong' } },
];
const users: Record<string, number> = { payments_1h: 2, Amount: 1 };
const usersOf = (name: string) => users[name] ?? 0;

function select(search: string, counted = true) {
  const query = readFieldQuery(new URLSearchParams(search));
  return selectFields(fields, query, counted ? usersOf : undefined).map(
    ({ name }) => name,
  );
}

describe('selectFields', () => {
  it('keeps the order in which the fields are written', () => {
    expect(select('')).toEqual(['payments_1h', 'Amount', 'tx_count']);
  });

  it.each([
    ['text=PAYMENTS', ['payments_1h']],
    ['text=refunds', ['payments_1h']],
    ['text=velocity', ['payments_1h']],
    ['text=velocity refunds', ['payments_1h']],
    ['text=velocity amount', []],
    ['classification=confidential', ['payments_1h']],
    ['mark=personal', ['payments_1h']],
    ['mark=notLookedAt', ['tx_count']],
    ['mark=deprecated', ['tx_count']],
    ['mark=unused', ['tx_count']],
    ['mark=something', ['payments_1h', 'Amount', 'tx_count']],
  ])('finds with %s', (search, names) => {
    expect(select(search)).toEqual(names);
  });

  it('calls nothing unused while that is not known', () => {
    expect(select('mark=unused', false)).toEqual([]);
  });

  it.each([
    ['sort=name', ['Amount', 'payments_1h', 'tx_count']],
    ['sort=-name', ['tx_count', 'payments_1h', 'Amount']],
    ['sort=-usedBy', ['payments_1h', 'Amount', 'tx_count']],
    ['sort=usedBy', ['tx_count', 'Amount', 'payments_1h']],
    ['sort=type', ['tx_count', 'Amount', 'payments_1h']],
    ['sort=nonsense', ['payments_1h', 'Amount', 'tx_count']],
  ])('puts in order with %s', (search, names) => {
    expect(select(search)).toEqual(names);
  });

  it('leaves the given list alone', () => {
    select('sort=name');
    expect(fields[0].name).toBe('payments_1h');
  });
});

describe('the address', () => {
  it('loses filters and page, not the order', () => {
    const params = new URLSearchParams(
      'text=a&classification=b&mark=personal&sort=name&after=50',
    );
    expect(String(clearFieldFilters(params))).toBe('sort=name');
  });

  it.each([
    ['after=50', 50],
    ['after=-1', 0],
    ['after=x', 0],
    ['', 0],
  ])('begins the page with %s at %i', (search, from) => {
    expect(readFieldQuery(new URLSearchParams(search)).from).toBe(from);
  });
});
