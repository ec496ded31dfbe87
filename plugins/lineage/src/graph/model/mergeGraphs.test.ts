import { letterGraph } from '../../__testUtils__/builders';
import { mergeGraphs } from './mergeGraphs';

const base = letterGraph('b', 'a>b b>c', {
  hidden: { c: { downstream: 3 }, a: { upstream: 1 } },
});
// What a backend says of c: three consumers, of which e also reads a hidden f.
const around = letterGraph('c', 'c>d c>e c>g', {
  hidden: { c: { upstream: 1 }, e: { upstream: 1 } },
});
const merged = mergeGraphs(base, around);
const nodeOf = (id: string) => merged.nodes.find(node => node.id === id);

describe('mergeGraphs', () => {
  it('holds the nodes and connections of both, each once', () => {
    expect(merged.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['a', 'b', 'c', 'd', 'e', 'g']),
    );
    expect(merged.nodes).toHaveLength(6);
    expect(merged.edges).toHaveLength(5);
    expect(mergeGraphs(merged, around)).toEqual(merged);
  });

  it('keeps the root and counts distances from it', () => {
    expect(merged.root).toBe('b');
    expect(nodeOf('e')?.distance).toEqual({ downstream: 2 });
    expect(nodeOf('a')?.distance).toEqual({ upstream: 1 });
    expect(nodeOf('b')?.distance).toEqual({ upstream: 0, downstream: 0 });
  });

  it('counts as hidden only what neither of them shows', () => {
    expect(nodeOf('c')?.hidden).toEqual({ upstream: 0, downstream: 0 });
    expect(nodeOf('a')?.hidden).toEqual({ upstream: 1, downstream: 0 });
    expect(nodeOf('e')?.hidden).toEqual({ upstream: 1, downstream: 0 });
  });

  it('takes a connection that was observed and declared for both', () => {
    const declared = letterGraph('b', 'b>c');
    declared.edges = [{ ...declared.edges[0], origin: 'declared' }];
    const edge = mergeGraphs(base, declared).edges.find(
      ({ source }) => source === 'b',
    );
    expect(edge?.origin).toBe('both');
  });

  it('keeps a restricted connection beside an open one', () => {
    const restricted = letterGraph('b', 'b>c');
    restricted.edges = [{ ...restricted.edges[0], restricted: true }];
    restricted.complete = false;
    const graph = mergeGraphs(base, restricted);
    expect(graph.edges.filter(({ source }) => source === 'b')).toHaveLength(2);
    expect(graph.complete).toBe(false);
  });

  it('has no distance for what only a side way leads to', () => {
    const side = mergeGraphs(letterGraph('a', 'a>b'), letterGraph('b', 'x>b'));
    expect(side.nodes.find(({ id }) => id === 'x')?.distance).toEqual({});
  });
});
