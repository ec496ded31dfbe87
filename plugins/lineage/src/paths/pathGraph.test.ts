import { LineagePath } from '@understudy/plugin-lineage-common';
import { letterGraph } from '../__testUtils__/builders';
import { addPath, measurePaths, MOST_PATHS, partOnPath } from './pathGraph';

/** Paths of nodes called by letters, in columns: `a bc d` leads over b or c. */
function pathOf(columns: string): LineagePath {
  const levels = columns.split(' ').map(level => level.split(''));
  return {
    from: levels[0][0],
    to: levels.at(-1)![0],
    environment: 'production',
    direction: 'downstream',
    truncated: false,
    complete: true,
    nodes: levels.flatMap((level, distance) =>
      level.map(id => ({ id, kind: 'dataset', distance })),
    ),
    edges: levels.slice(1).flatMap((level, index) =>
      level.flatMap(target =>
        levels[index].map(source => ({
          source,
          target,
          origin: 'observed' as const,
        })),
      ),
    ),
  };
}

const NONE: LineagePath = { ...pathOf('a b'), nodes: [], edges: [] };

describe('addPath', () => {
  it('adds what is missing, with its distance from the root', () => {
    const graph = letterGraph('a', 'a>b', { hidden: { b: { downstream: 1 } } });
    const { nodes, edges, truncated } = addPath(graph, pathOf('a b c'));
    expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(nodes[2].distance).toEqual({ downstream: 2 });
    // It is shown now.
    expect(nodes[1].hidden.downstream).toBe(0);
    expect(edges).toHaveLength(2);
    expect(truncated).toBe(false);
  });

  it('draws a declared connection that is left out otherwise', () => {
    const graph = letterGraph('a', 'a>b');
    graph.edges[0].parallel = true;
    expect(addPath(graph, pathOf('a b')).edges[0].parallel).toBeUndefined();
  });
});

describe('partOnPath', () => {
  it('marks a group for what it stands for', () => {
    const part = partOnPath(pathOf('a b c'), id => (id === 'b' ? 'group' : id));
    expect([...part!.nodes]).toEqual(['a', 'group', 'c']);
    expect([...part!.edges]).toEqual(['a group', 'group c']);
  });
});

describe('measurePaths', () => {
  it.each([
    ['a b', 1, 1],
    ['a bc d', 2, 2],
    ['a bcd efg h', 3, 9],
    ['a bcdefghijk lmnopqrstu vwxyzABCDE F', 4, MOST_PATHS],
  ])('of %s', (columns, steps, paths) => {
    expect(measurePaths(pathOf(columns))).toEqual({ steps, paths });
  });

  it('is nothing of no path', () => {
    expect(measurePaths(NONE)).toEqual({ steps: 0, paths: 0 });
    expect(partOnPath(NONE, id => id)).toBeUndefined();
  });
});
