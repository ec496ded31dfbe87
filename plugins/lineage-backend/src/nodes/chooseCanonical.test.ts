import {
  chooseCanonical,
  joinMembers,
  Member,
  SameAs,
} from './chooseCanonical';
import { SAME_AS } from './sameAs';

const member = (id: number, name: string, namespace = 'n'): Member => ({
  id,
  namespace,
  name,
});
const link = (
  node_id: number,
  other_id: number,
  kind: number = SAME_AS.symlink,
): SameAs => ({ node_id, other_id, kind });

describe('joinMembers', () => {
  it('joins what links lead to, in whatever direction', () => {
    const members = [1, 2, 3, 4, 5, 6].map(id => member(id, `m${id}`));
    const links = [link(1, 2), link(3, 2), link(5, 4)];
    const sets = joinMembers(members, links);
    expect(
      sets.map(set => [set.members.map(({ id }) => id), set.links]),
    ).toEqual([
      [
        [1, 2, 3],
        [link(1, 2), link(3, 2)],
      ],
      [[4, 5], [link(5, 4)]],
      [[6], []],
    ]);
  });
});

describe('chooseCanonical', () => {
  it.each([
    ['the first name in the alphabet', [], 'a'],
    [
      'the name of a table rather than that of its files',
      [link(1, 2, SAME_AS.tableSymlink)],
      'b',
    ],
    [
      'a name that it was not renamed from',
      [link(2, 1, SAME_AS.renamedFrom)],
      'b',
    ],
    [
      'a former name only when all are former ones',
      [
        link(2, 1, SAME_AS.renamedFrom),
        link(1, 3, SAME_AS.renamedFrom),
        link(3, 2, SAME_AS.renamedFrom),
      ],
      'a',
    ],
    [
      'rather no table than a former name of one',
      [link(3, 2, SAME_AS.renamedFrom), link(1, 2, SAME_AS.tableSymlink)],
      'a',
    ],
  ])('takes %s', (_case, links, expected) => {
    const members = [member(1, 'a'), member(2, 'b'), member(3, 'c')];
    for (const order of [members, [...members].reverse()]) {
      expect(chooseCanonical(order, links).name).toBe(expected);
    }
  });

  it('compares namespaces before names', () => {
    expect(
      chooseCanonical([member(1, 'a', 'z'), member(2, 'b', 'y')], []).id,
    ).toBe(2);
  });
});
