import { filterNodes, NodeFilter } from './filterNodes';

const nodes = [
  {
    id: 'a',
    owner: 'group:default/one',
    system: 'system:default/x',
    stage: 'production',
    words: ['Card payments'],
  },
  {
    id: 'b',
    owner: 'group:default/two',
    system: 'system:default/x',
    stage: 'experimental',
    words: ['raw', 'payments_raw'],
  },
  { id: 'c', words: ['Orders'] },
];
const find = (filter: NodeFilter) => [...filterNodes(nodes, filter)].join('');

describe('filterNodes', () => {
  it('takes all when nothing is asked', () => {
    expect(find({})).toBe('abc');
    expect(find({ owners: [], systems: [], stages: [], text: ' ' })).toBe(
      'abc',
    );
  });

  it('finds part of any word in any case', () => {
    expect(find({ text: 'PAYments' })).toBe('ab');
  });

  it('takes any of the owners, nobody among them', () => {
    expect(find({ owners: ['group:default/two', ''] })).toBe('bc');
  });

  it('takes any of the systems, none among them', () => {
    expect(find({ systems: ['system:default/x'] })).toBe('ab');
    expect(find({ systems: [''] })).toBe('c');
  });

  it('takes any of the stages, none among them', () => {
    expect(find({ stages: ['production', ''] })).toBe('ac');
  });

  it('wants all that is asked', () => {
    expect(find({ owners: ['group:default/one'], text: 'raw' })).toBe('');
    expect(
      find({ systems: ['system:default/x'], stages: ['experimental'] }),
    ).toBe('b');
  });
});
