import { MemoryGraph, TestEdge } from '../graph/__testUtils__/MemoryGraph';
import { NodeVisibility } from '../graph/GraphSource';
import { walkColumns } from './walkColumns';

const both = { upstream: 50, downstream: 50 };
const walk = async (
  edges: readonly TestEdge[],
  query: { starts: number[]; limit?: number; depth?: typeof both },
  visibility?: Record<number, NodeVisibility>,
) =>
  await walkColumns(new MemoryGraph(edges, visibility), {
    limit: 1000,
    depth: both,
    ...query,
  });

describe('walkColumns', () => {
  it('goes both ways from several columns, and not back again', async () => {
    const edges: TestEdge[] = [
      [1, 3],
      [2, 3, 2],
      [3, 5],
      [4, 6],
      [1, 9],
    ];
    const found = await walk(edges, { starts: [3, 4] });
    expect(found.columns).toEqual([
      { id: 3, distance: { upstream: 0, downstream: 0 } },
      { id: 4, distance: { upstream: 0, downstream: 0 } },
      { id: 1, distance: { upstream: 1 } },
      { id: 2, distance: { upstream: 1 } },
      { id: 5, distance: { downstream: 1 } },
      { id: 6, distance: { downstream: 1 } },
    ]);
    expect(
      found.edges.map(({ source, target, origin }) => [source, target, origin]),
    ).toEqual([
      [1, 3, 1],
      [2, 3, 2],
      [3, 5, 1],
      [4, 6, 1],
    ]);
    expect(await walk(edges, { starts: [] })).toEqual({
      columns: [],
      edges: [],
      truncated: false,
      complete: true,
    });
  });

  it('passes every column of a ladder of diamonds once', async () => {
    const rungs = 1000;
    const ladder = Array.from({ length: rungs }, (_, rung) => rung).flatMap(
      (rung): TestEdge[] => {
        const [a, b, c, d] = [0, 1, 2, 3].map(offset => rung * 2 + offset);
        return [
          [a, c],
          [a, d],
          [b, c],
          [b, d],
        ];
      },
    );
    const graph = new MemoryGraph(ladder);
    const found = await walkColumns(graph, {
      starts: [0],
      depth: { upstream: 0, downstream: rungs },
      limit: 5000,
    });
    expect(found.columns).toHaveLength(2 * rungs + 1);
    expect(found.truncated).toBe(false);
    // Each of the four edges of a rung is read from both of its ends.
    expect(graph.rows).toBeLessThanOrEqual(ladder.length * 2);
  });

  it('is bounded, and says so', async () => {
    const star = Array.from({ length: 50 }, (_, index): TestEdge => [
      0,
      index + 1,
    ]);
    const found = await walk(star, { starts: [0], limit: 10 });
    expect(found.columns).toHaveLength(10);
    expect(found.edges).toHaveLength(9);
    expect(found.truncated).toBe(true);
    const near = await walk(
      [
        [0, 1],
        [1, 2],
      ],
      { starts: [0], depth: { upstream: 1, downstream: 1 } },
    );
    expect(near.columns.map(({ id }) => id)).toEqual([0, 1]);
  });

  it('says nothing of what may not be seen but that it is there', async () => {
    const found = await walk(
      [
        [1, 2],
        [2, 3],
        [1, 4],
      ],
      { starts: [1] },
      { 2: 'restricted' },
    );
    expect(found.columns.map(({ id }) => id)).toEqual([1, 4, 3]);
    expect(found.edges).toEqual([
      { source: 1, target: 4, origin: 1, via: 0, restricted: false },
      { source: 1, target: 3, origin: 1, via: 0, restricted: true },
    ]);
    expect(found.complete).toBe(false);
  });
});
