import { LineageGraph } from '@understudy/plugin-lineage-common';
import { letterGraph } from '../../__testUtils__/builders';
import { collapseTemporary, isTemporary } from './collapseTemporary';
import { groupFanOut } from './groupFanOut';

/** What is called t, u or v lives in memory only. */
function graphOf(
  connections: string,
  options?: Parameters<typeof letterGraph>[2],
): LineageGraph {
  const graph = letterGraph('a', connections, {
    isJob: id => id.startsWith('j'),
    ...options,
  });
  return {
    ...graph,
    nodes: graph.nodes.map(node =>
      /^[tuv]/.test(node.id) ? { ...node, namespace: 'inmemory://' } : node,
    ),
  };
}

function collapse(graph: LineageGraph, ...keep: string[]) {
  const { graph: after, collapsed } = collapseTemporary(graph, new Set(keep));
  return {
    after,
    collapsed,
    nodes: after.nodes.map(({ id }) => id).join(' '),
    edges: after.edges
      .map(
        ({ source, target, via = 0, origin, restricted }) =>
          `${source}>${target} ${restricted ? 'restricted' : origin} ${via}`,
      )
      .sort(),
  };
}

describe('isTemporary', () => {
  it('goes by the namespace that OpenLineage sets apart', () => {
    const dataset = { kind: 'dataset', namespace: 'inmemory://' } as const;
    expect(isTemporary(dataset)).toBe(true);
    expect(isTemporary({ ...dataset, namespace: 'inmemory://spark' })).toBe(
      true,
    );
    expect(isTemporary({ ...dataset, namespace: 's3://inmemory' })).toBe(false);
    expect(isTemporary({ ...dataset, kind: 'job' })).toBe(false);
    expect(
      isTemporary({
        ...dataset,
        kind: 'entity',
        entityRef: 'dataset:default/x',
      }),
    ).toBe(false);
  });
});

describe('collapseTemporary', () => {
  it('leaves a graph without any as it is', () => {
    const graph = graphOf('a>j j>b');
    expect(collapse(graph)).toMatchObject({ after: graph, collapsed: 0 });
    expect(collapse(graph).after).toBe(graph);
  });

  it('connects what several in a row connected', () => {
    expect(collapse(graphOf('a>j1 j1>t t>j2 j2>u u>j3 j3>b'))).toMatchObject({
      nodes: 'a j1 j2 j3 b',
      collapsed: 2,
      edges: [
        'a>j1 observed 0',
        'j1>j2 observed 1',
        'j2>j3 observed 1',
        'j3>b observed 0',
      ],
    });
    expect(collapse(graphOf('a>t t>u u>b')).edges).toEqual(['a>b observed 2']);
  });

  it('leaves out what was only written or only read, and who wrote and read it', () => {
    expect(collapse(graphOf('a>j j>t t>j u>j j>v t>t'))).toMatchObject({
      nodes: 'a j',
      collapsed: 3,
      edges: ['a>j observed 0'],
    });
  });

  it('goes on with the shortest of several ways', () => {
    expect(collapse(graphOf('a>b a>t t>b')).edges).toEqual(['a>b observed 0']);
    expect(collapse(graphOf('a>t t>u u>b a>v v>b')).edges).toEqual([
      'a>b observed 1',
    ]);
  });

  it('keeps the root, what is pointed at and what leads on', () => {
    const graph = graphOf('a>t t>b a>u u>b a>v v>b', {
      hidden: { u: { downstream: 1 } },
    });
    expect(collapse(graph, 'v')).toMatchObject({
      nodes: 'a b u v',
      collapsed: 1,
    });
    expect(collapse({ ...graph, root: 't' })).toMatchObject({
      nodes: 'a t b u',
      collapsed: 1,
    });
  });

  it('keeps what would become too many connections', () => {
    const many = (count: number, id = 't') =>
      Array.from({ length: count }, (_, i) => `x${i}>${id} ${id}>y${i}`).join(
        ' ',
      );
    expect(collapse(graphOf(many(15))).edges).toHaveLength(15 * 15);
    expect(collapse(graphOf(many(16)))).toMatchObject({ collapsed: 0 });
    const together = graphOf(`${many(12, 'u')} ${many(12)} x0>v v>y0`);
    expect(collapse(together)).toMatchObject({
      collapsed: 2,
      nodes: expect.stringContaining('u'),
    });
    const readers = Array.from({ length: 150 }, (_, i) => `t>y${i}`).join(' ');
    expect(collapse(graphOf(`x>t ${readers}`)).edges).toHaveLength(150);
  });

  it('draws what was left out as a way through temporary data said it', () => {
    const graph = graphOf('a>b a>t t>b');
    graph.edges[0] = {
      ...graph.edges[0],
      origin: 'declared',
      parallel: true,
    };
    const { after, edges } = collapse(graph);
    expect(edges).toEqual(['a>b both 0']);
    expect(
      groupFanOut(after, { open: new Set(), folded: new Set() }).edges,
    ).toHaveLength(1);
  });

  it('says of a way what all of it is, and nothing of what is restricted', () => {
    const of = (first: object, second: object) => {
      const graph = graphOf('a>t t>b');
      const [into, out] = graph.edges;
      return collapse({
        ...graph,
        edges: [
          { ...into, ...first },
          { ...out, ...second },
        ],
      }).edges;
    };
    expect(of({ origin: 'both' }, {})).toEqual(['a>b observed 1']);
    expect(of({ origin: 'both' }, { origin: 'both' })).toEqual(['a>b both 1']);
    expect(of({ origin: 'declared' }, {})).toEqual(['a>b declared 1']);
    expect(of({ via: 2 }, { via: 1 })).toEqual(['a>b observed 4']);
    expect(of({ restricted: true }, {})).toEqual(['a>b restricted 0']);
  });

  it('is the same in whatever order connections come', () => {
    const graph = graphOf('a>t t>u u>b a>u a>v v>b a>b t>v v>j j>u');
    graph.edges = graph.edges.map((edge, place) =>
      place < 2 ? { ...edge, origin: 'declared' } : edge,
    );
    const backwards = {
      ...graph,
      nodes: [...graph.nodes].reverse(),
      edges: [...graph.edges].reverse(),
    };
    expect(collapse(backwards).edges).toEqual(collapse(graph).edges);
  });
});
