import * as fc from 'fast-check';
import {
  MeasuredGraph,
  MemoryGraph,
  TestEdge,
} from './__testUtils__/MemoryGraph';
import { naiveWalk } from './__testUtils__/naiveWalk';
import { drawn, placed, sorted, Visibility, walk } from './__testUtils__/walks';
import { NodeVisibility } from './GraphSource';
import { walkNeighbourhood } from './walkNeighbourhood';

describe('walkNeighbourhood', () => {
  it.each<[string, TestEdge[], Visibility, string[], string[]]>([
    ['a node alone', [], {}, ['1: up 0 down 0'], []],
    [
      'what is upstream and downstream',
      [
        [2, 1],
        [1, 3],
      ],
      {},
      ['1: up 0 down 0', '2: up 1', '3: down 1'],
      ['1 -> 3', '2 -> 1'],
    ],
    [
      'no sibling: what else a source feeds is only counted',
      [
        [2, 1],
        [2, 3],
      ],
      {},
      ['1: up 0 down 0', '2: up 1'],
      ['2 -> 1'],
    ],
    [
      'a diamond once',
      [
        [1, 2],
        [1, 3],
        [2, 4],
        [3, 4],
      ],
      {},
      ['1: up 0 down 0', '2: down 1', '3: down 1', '4: down 2'],
      ['1 -> 2', '1 -> 3', '2 -> 4', '3 -> 4'],
    ],
    [
      'a cycle on both sides',
      [
        [1, 2],
        [2, 3],
        [3, 1],
      ],
      {},
      ['1: up 0 down 0', '2: up 2 down 1', '3: up 1 down 2'],
      ['1 -> 2', '2 -> 3', '3 -> 1'],
    ],
    [
      'no self-loop',
      [
        [1, 1],
        [1, 2],
        [2, 2],
      ],
      {},
      ['1: up 0 down 0', '2: down 1'],
      ['1 -> 2'],
    ],
    [
      'hidden kinds contracted, by the shortest way',
      [
        [1, 2],
        [2, 3],
        [1, 4],
        [4, 5],
        [5, 3],
      ],
      { 2: 'hidden', 4: 'hidden', 5: 'hidden' },
      ['1: up 0 down 0', '3: down 1'],
      ['1 -> 3 (1)'],
    ],
    [
      'hidden kinds in a cycle',
      [
        [1, 2],
        [2, 3],
        [3, 2],
        [3, 4],
        [3, 1],
      ],
      { 2: 'hidden', 3: 'hidden' },
      ['1: up 0 down 0', '4: down 1'],
      ['1 -> 4 (2)'],
    ],
    [
      'what may not be seen as one edge',
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      { 2: 'restricted', 3: 'restricted' },
      ['1: up 0 down 0', '4: down 1'],
      ['1 ~> 4'],
    ],
    [
      'a way that may be seen rather than one that may not',
      [
        [1, 2],
        [2, 3],
        [1, 4],
        [4, 5],
        [5, 3],
      ],
      { 2: 'restricted', 4: 'hidden', 5: 'hidden' },
      ['1: up 0 down 0', '3: down 1'],
      ['1 -> 3 (2)'],
    ],
    [
      'a way through both as one that may not be seen',
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      { 2: 'hidden', 3: 'restricted' },
      ['1: up 0 down 0', '4: down 1'],
      ['1 ~> 4'],
    ],
    [
      'nothing of what ends where it may not be seen',
      [
        [1, 2],
        [2, 3],
      ],
      { 2: 'restricted', 3: 'restricted' },
      ['1: up 0 down 0'],
      [],
    ],
    [
      'the root, whatever its kind',
      [[1, 2]],
      { 1: 'hidden' },
      ['1: up 0 down 0', '2: down 1'],
      ['1 -> 2'],
    ],
  ])('finds %s', async (_what, edges, visibility, nodes, links) => {
    const found = await walk(edges, { visibility });
    expect(placed(found)).toEqual(nodes);
    expect(drawn(found)).toEqual(links);
  });

  it.each<[number, number, number]>([
    [1, 1, 1],
    [1, 3, 1],
    [1, 2, 2],
    [2, 2, 2],
    [3, 3, 3],
  ])('puts origins %d and %d in a row to %d', async (first, second, both) => {
    const found = await walk(
      [
        [1, 2, first],
        [2, 3, second],
      ],
      { visibility: { 2: 'hidden' } },
    );
    expect(found.edges).toMatchObject([{ origin: both }]);
  });

  it('knows a way as both when one is observed and another declared', async () => {
    const found = await walk(
      [
        [1, 2, 1],
        [2, 4, 1],
        [1, 3, 2],
        [3, 4, 2],
      ],
      { visibility: { 2: 'hidden', 3: 'hidden' } },
    );
    expect(found.edges).toMatchObject([{ origin: 3, via: 1 }]);
  });

  it('passes a node again on a longer way that is observed', async () => {
    const found = await walk(
      [
        [1, 2, 2],
        [2, 9, 3],
        [1, 4, 1],
        [4, 2, 1],
      ],
      { visibility: { 2: 'hidden', 4: 'hidden' } },
    );
    expect(found.edges).toMatchObject([{ target: 9, origin: 3, via: 1 }]);
  });

  it('says nothing about a restricted edge', async () => {
    const found = await walk(
      [
        [1, 2, 2],
        [2, 3, 2],
      ],
      { visibility: { 2: 'restricted' } },
    );
    expect(found.edges).toEqual([
      { source: 1, target: 3, origin: 1, via: 0, restricted: true },
    ]);
    expect(found.complete).toBe(false);
    expect(found.nodes.map(({ hidden }) => hidden)).toEqual([
      { upstream: 0, downstream: 0 },
      { upstream: 0, downstream: 0 },
    ]);
  });

  it('walks as far on each side as asked for', async () => {
    const line: TestEdge[] = [1, 2, 3, 4, 5, 6].map(id => [id, id + 1]);
    const found = await walk(line, {
      root: 4,
      depth: { upstream: 1, downstream: 2 },
    });
    expect(placed(found)).toEqual([
      '4: up 0 down 0',
      '3: up 1',
      '5: down 1',
      '6: down 2',
    ]);
    expect(found.nodes.map(({ id, hidden }) => [id, hidden])).toEqual([
      [4, { upstream: 0, downstream: 0 }],
      [3, { upstream: 1, downstream: 0 }],
      [5, { upstream: 0, downstream: 0 }],
      [6, { upstream: 0, downstream: 1 }],
    ]);
    expect(found.truncated).toBe(false);
  });

  it('takes nearer nodes, then those with more connections, then by id', async () => {
    const edges: TestEdge[] = [
      [1, 30],
      [1, 20],
      [1, 10],
      [30, 31],
      [31, 32],
      [40, 30],
    ];
    const found = await walk(edges, { limit: 3 });
    expect(placed(found)).toEqual([
      '1: up 0 down 0',
      '30: down 1',
      '10: down 1',
    ]);
    expect(found.truncated).toBe(true);
    expect(found.nodes.map(({ hidden }) => hidden)).toEqual([
      { upstream: 0, downstream: 1 },
      { upstream: 1, downstream: 1 },
      { upstream: 0, downstream: 0 },
    ]);
  });

  it('does as the plainest implementation does, for any graph', async () => {
    const node = fc.integer({ min: 1, max: 8 });
    const edge = fc.tuple(node, node, fc.integer({ min: 1, max: 3 }));
    const visibility = fc.dictionary(
      fc.integer({ min: 2, max: 8 }).map(String),
      fc.constantFrom<NodeVisibility>('shown', 'hidden', 'restricted'),
    );
    const depth = fc.integer({ min: 0, max: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(edge, {
          maxLength: 16,
          selector: ([from, to]) => from * 100 + to,
        }),
        visibility,
        fc.record({ upstream: depth, downstream: depth }),
        fc.integer({ min: 1, max: 9 }),
        async (edges, visible, depths, limit) => {
          const query = { root: 1, depth: depths, limit };
          const expected = sorted(naiveWalk(edges, visible, query));
          for (const graph of [
            new MemoryGraph(edges, visible),
            // What may not be seen does not count.
            new MeasuredGraph(edges, visible),
          ]) {
            expect(sorted(await walkNeighbourhood(graph, query))).toEqual(
              expected,
            );
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('finds the same whether or not everything is looked up to be shown', async () => {
    const node = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (edges, limit) => {
          expect(await walk(edges, { limit, visibility: {} })).toEqual(
            await walk(edges, { limit }),
          );
        },
      ),
    );
  });

  it('finds the same whether or not it is known how much nodes are connected', async () => {
    const node = fc.integer({ min: 1, max: 40 });
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { minLength: 60, maxLength: 300 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(2, 3, 1000),
        async (edges, limit, fan) => {
          const options = { limit, bounds: { fan } };
          const found = await walk(edges, options);
          expect(await walk(edges, { ...options, isMeasured: true })).toEqual(
            found,
          );
          cut += Number(found.truncated && fan < 1000);
        },
      ),
    );
    expect(cut).toBeGreaterThan(20);
  });

  it('does not depend on the order in which edges are stored', async () => {
    const node = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.tuple(node, node), { maxLength: 30 })
          .chain(edges =>
            fc.tuple(
              fc.constant(edges),
              fc.shuffledSubarray(edges, { minLength: edges.length }),
            ),
          ),
        async ([edges, shuffled]) => {
          const options = { limit: 6, visibility: { 3: 'hidden' } as const };
          expect(await walk(shuffled, options)).toEqual(
            await walk(edges, options),
          );
        },
      ),
    );
  });
});
