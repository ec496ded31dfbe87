import {
  MeasuredGraph,
  MemoryGraph,
  TestEdge,
} from './__testUtils__/MemoryGraph';
import { drawn, placed, Visibility, walk } from './__testUtils__/walks';
import { walkNeighbourhood } from './walkNeighbourhood';

describe('what walkNeighbourhood reads', () => {
  it('asks once per level, on both sides at once', async () => {
    const graph = new MemoryGraph([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [0, 1],
    ]);
    await walkNeighbourhood(graph, {
      root: 1,
      depth: { upstream: 3, downstream: 3 },
      limit: 300,
    });
    // The root, three levels; the last one is read to count what is left out.
    expect(graph.questions).toBe(4);
  });

  it('looks nobody up twice', async () => {
    const graph = new MemoryGraph(
      [
        [1, 2],
        [2, 1],
        [2, 3],
        [1, 3],
        [3, 4],
        [4, 2],
      ],
      { 4: 'restricted' },
    );
    await walkNeighbourhood(graph, {
      root: 1,
      depth: { upstream: 9, downstream: 9 },
      limit: 300,
    });
    expect(graph.lookedUp.sort()).toEqual([2, 3, 4]);
  });

  it('is bounded at a hub with 100,000 readers', async () => {
    const readers: TestEdge[] = Array.from({ length: 100_000 }, (_, index) => [
      1,
      index + 2,
    ]);
    const graph = new MemoryGraph([[0, 1], ...readers]);
    const query = {
      root: 1,
      depth: { upstream: 3, downstream: 3 },
      limit: 300,
    };
    const found = await walkNeighbourhood(graph, query);
    expect(found.nodes).toHaveLength(300);
    expect(found.truncated).toBe(true);
    expect(found.nodes[0].hidden).toEqual({
      upstream: 0,
      downstream: 100_000 - 298,
    });
    expect(graph.rows).toBeLessThan(10_000);
    expect(graph.questions).toBeLessThan(5);

    const asReader = await walkNeighbourhood(graph, { ...query, root: 77 });
    expect(placed(asReader)).toEqual(['77: up 0 down 0', '1: up 1', '0: up 2']);
    expect(asReader.nodes[1].hidden).toEqual({
      upstream: 0,
      downstream: 99_999,
    });
    expect(asReader.truncated).toBe(false);

    const restricted = await walkNeighbourhood(
      new MemoryGraph(readers, { 5: 'restricted' }),
      query,
    );
    expect(restricted.nodes[0].hidden.downstream).toBe(999 - 299);
    expect(restricted).toMatchObject({ truncated: true, complete: false });
  });

  it('reads lists of those only that it picks, where it is known which', async () => {
    // The n-th of 1,000 readers has n % 7 outputs; the last two have more than are counted.
    const outputs = (reader: number) =>
      reader < 998 ? reader % 7 : 60 + (reader - 998) * 20;
    const edges = Array.from({ length: 1000 }, (_, reader): TestEdge[] => [
      [1, reader + 2],
      ...Array.from({ length: outputs(reader) }, (__, output): TestEdge => [
        reader + 2,
        2000 + reader * 100 + output,
      ]),
    ]).flat();
    const query = {
      root: 1,
      depth: { upstream: 3, downstream: 3 },
      limit: 201,
    };
    const [read, measured] = [new MemoryGraph(edges), new MeasuredGraph(edges)];
    const found = await walkNeighbourhood(measured, query);
    expect(found).toEqual(await walkNeighbourhood(read, query));
    // Fifty of each are counted, so the smaller id is before the one with more.
    expect(found.nodes.slice(0, 4).map(({ id }) => id)).toEqual([
      1, 1000, 1001, 8,
    ]);
    // The root's, where each of the picked comes from, and what they make.
    const made = [50, 50, ...Array.from({ length: 142 }, () => 6)];
    const others = Array.from({ length: 200 - made.length }, () => 5);
    expect(measured.rows).toBe(
      1000 + 200 + [...made, ...others].reduce((sum, rows) => sum + rows, 0),
    );
    expect(read.rows).toBeGreaterThan(2 * measured.rows);
  });

  it('stops in a long row of hidden nodes and says so', async () => {
    const row: TestEdge[] = Array.from({ length: 2000 }, (_, id) => [
      id + 1,
      id + 2,
    ]);
    const visibility: Visibility = Object.fromEntries(
      Array.from({ length: 1998 }, (_, id) => [id + 2, 'hidden' as const]),
    );
    const graph = new MemoryGraph(row, visibility);
    const found = await walkNeighbourhood(graph, {
      root: 1,
      depth: { upstream: 1, downstream: 1 },
      limit: 300,
      bounds: { rounds: 50 },
    });
    expect(found).toMatchObject({ truncated: true, edges: [] });
    expect(graph.questions).toBe(50);
    const whole = await walkNeighbourhood(graph, {
      root: 1,
      depth: { upstream: 1, downstream: 1 },
      limit: 300,
      bounds: { rounds: 5000 },
    });
    expect(drawn(whole)).toEqual(['1 -> 2000 (1998)']);
  });

  it('keeps every node connected when there are too many edges', async () => {
    // Ten writers of ten readers, through one hidden node, and a row behind.
    const edges: TestEdge[] = [
      ...Array.from({ length: 10 }, (_, id): TestEdge => [100 + id, 1]),
      ...Array.from({ length: 10 }, (_, id): TestEdge => [100 + id, 50]),
      ...Array.from({ length: 10 }, (_, id): TestEdge => [50, 200 + id]),
      ...Array.from({ length: 10 }, (_, id): TestEdge => [1, 200 + id]),
      [209, 300],
    ];
    const found = await walk(edges, {
      visibility: { 50: 'hidden' },
      bounds: { edges: 25 },
    });
    expect(found.edges).toHaveLength(25);
    expect(found.truncated).toBe(true);
    expect(
      found.nodes.filter(
        ({ distance: { upstream, downstream } }) =>
          upstream === undefined && downstream === undefined,
      ),
    ).toEqual([]);
  });

  it('measures along the edges of the answer, and counts those that it leaves out', async () => {
    const found = await walk(
      [
        [1, 2],
        [2, 1],
      ],
      { bounds: { edges: 1 } },
    );
    expect(found.truncated).toBe(true);
    expect(drawn(found)).toEqual(['1 -> 2']);
    // Back over the edge that is left out, 2 would be upstream, too.
    expect(placed(found)).toEqual(['1: up 0 down 0', '2: down 1']);
    // Both ends are there, so nothing is hidden that could be expanded.
    expect(found.nodes.map(({ hidden }) => hidden)).toEqual([
      { upstream: 0, downstream: 0 },
      { upstream: 0, downstream: 0 },
    ]);
  });
});
