import { filterNodes } from './filterNodes';

const nodes = [
  { id: 'a', owner: 'group:default/one', words: ['Card payments'] },
  { id: 'b', owner: 'group:default/two', words: ['raw', 'payments_raw'] },
  { id: 'c', words: ['Orders'] },
];
const find = (owners: string[], text: string) =>
  [...filterNodes(nodes, { owners, text })].join('');

describe('filterNodes', () => {
  it('takes all when nothing is asked', () => {
    expect(find([], ' ')).toBe('abc');
  });

  it('finds part of any word in any case', () => {
    expect(find([], 'PAYments')).toBe('ab');
  });

  it('takes any of the owners, nobody among them', () => {
    expect(find(['group:default/two', ''], '')).toBe('bc');
  });

  it('wants both when both are asked', () => {
    expect(find(['group:default/one'], 'raw')).toBe('');
  });
});
