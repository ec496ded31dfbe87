import { letterGraph } from '../__testUtils__/builders';
import { signedDistance, sortRows, TableRow, TableSort } from './rows';

const row = (
  title: string,
  distance: TableRow['node']['distance'],
  lastSeen?: string,
): TableRow => ({
  node: { ...letterGraph(title, '').nodes[0], distance, lastSeen },
  name: { title, kind: 'unmapped', kindText: 'table' },
});
const rows = [
  row('b', { downstream: 1 }, '2026-01-02T00:00:00Z'),
  row('a', { upstream: 2 }),
  row('c', {}, '2026-01-01T00:00:00Z'),
  row('r', { upstream: 0, downstream: 0 }),
];
const order = (by: TableSort['by'], descending = false) =>
  sortRows(rows, { by, descending })
    .map(({ name }) => name.title)
    .join('');

describe('sortRows', () => {
  it('goes from upstream over the root to downstream', () => {
    expect(order('distance')).toBe('arbc');
  });

  it('puts last what has no value, whichever way round', () => {
    expect(order('distance', true)).toBe('brac');
    expect(order('lastSeen')).toBe('cbar');
    expect(order('lastSeen', true)).toBe('bcar');
  });

  it('sorts by name, and what is equal by name', () => {
    expect(order('title')).toBe('abcr');
    expect(order('kind')).toBe('abcr');
    expect(order('owner')).toBe('abcr');
  });
});

describe('signedDistance', () => {
  it.each([
    [{ upstream: 3 }, -3],
    [{ downstream: 2 }, 2],
    [{ upstream: 1, downstream: 4 }, -1],
    [{ upstream: 4, downstream: 1 }, 1],
    [{}, undefined],
  ])('writes %j as %p', (distance, value) => {
    expect(signedDistance({ distance })).toBe(value);
  });
});
