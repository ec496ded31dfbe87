import { letterGraph } from '../../__testUtils__/builders';
import { NumberedGraph } from './NumberedGraph';

describe('NumberedGraph', () => {
  it('has each neighbour once, in the order of the edges', () => {
    const graph = new NumberedGraph(letterGraph('a', 'a>c a>b a>c b>a c>x'));
    const namesOf = (side: 'upstream' | 'downstream', id: string) =>
      Array.from(
        graph.neighbours(graph.numberOf(id) ?? -1, side),
        number => graph.ids[number],
      );
    expect(namesOf('downstream', 'a')).toEqual(['c', 'b']);
    expect(namesOf('upstream', 'a')).toEqual(['b']);
    expect(namesOf('upstream', 'x')).toEqual(['c']);
    expect(graph.numberOf('y')).toBeUndefined();
  });

  it('counts hops in any direction', () => {
    const graph = new NumberedGraph(letterGraph('a', 'b>a b>c c>d d>b x>y'));
    const hops = graph.hopsFrom(graph.numberOf('a') ?? -1);
    const namedHops = graph.ids.map((id, number) => `${id}${hops[number]}`);
    expect(namedHops.sort()).toEqual(['a0', 'b1', 'c2', 'd2', 'x-1', 'y-1']);
  });
});
