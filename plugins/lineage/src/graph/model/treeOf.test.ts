import { letterGraph } from '../../__testUtils__/builders';
import { besideOf, LineageTree, treeOf } from './treeOf';

const write = (tree: LineageTree, under: string): string =>
  (tree.childrenOf.get(under) ?? [])
    .map(({ id, repeated }) =>
      repeated ? `${id}*` : `${id}(${write(tree, id)})`,
    )
    .join(' ');

describe('treeOf', () => {
  it('writes each side as lists of lists', () => {
    const graph = letterGraph('r', 'a>r b>a r>c c>d r>e');
    expect(write(treeOf(graph, 'upstream'), 'r')).toBe('a(b())');
    expect(write(treeOf(graph, 'downstream'), 'r')).toBe('c(d()) e()');
  });

  it('lists what is under a node once, where it is nearest', () => {
    const graph = letterGraph('r', 'r>a a>x x>y r>b b>c c>x');
    expect(write(treeOf(graph, 'downstream'), 'r')).toBe('a(x(y())) b(c(x*))');
  });

  it('grows with the connections and not with the ways, of which there may be 2 ** 30', () => {
    const ladder = Array.from(
      { length: 30 },
      (_, k) => `s${k}>p${k} s${k}>q${k} p${k}>s${k + 1} q${k}>s${k + 1}`,
    ).join(' ');
    const tree = treeOf(letterGraph('s0', ladder), 'downstream');
    const entries = [...tree.childrenOf.values()].flat();
    expect(entries).toHaveLength(120);
  });

  it('ends on cycles', () => {
    const tree = treeOf(letterGraph('r', 'r>a a>r a>a'), 'downstream');
    expect(write(tree, 'r')).toBe('a(r* a*)');
  });

  it('names what neither side reaches', () => {
    expect(besideOf(letterGraph('r', 'r>a b>a c>b d>r'))).toEqual(['b', 'c']);
  });
});
