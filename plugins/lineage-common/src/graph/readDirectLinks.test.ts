import { MemoryGraph, TestEdge } from './__testUtils__/MemoryGraph';
import { NodeVisibility } from './GraphSource';
import { readDirectLinks } from './readDirectLinks';

async function read(
  edges: TestEdge[],
  visibility: Record<number, NodeVisibility> = {},
) {
  return await readDirectLinks(new MemoryGraph(edges, visibility), { root: 1 });
}

describe('readDirectLinks', () => {
  it('finds the next shown nodes on both sides', async () => {
    expect(
      await read(
        [
          [1, 10, 1],
          [10, 2, 1],
          [1, 2, 2],
          [2, 3, 1],
          [4, 11, 2],
          [11, 1, 2],
          [5, 1, 2],
        ],
        { 10: 'hidden', 11: 'hidden' },
      ),
    ).toEqual({
      links: [
        { side: 'upstream', id: 5, origin: 2, via: 0, obscured: false },
        { side: 'upstream', id: 4, origin: 2, via: 1, obscured: false },
        { side: 'downstream', id: 2, origin: 3, via: 0, obscured: false },
      ],
      truncated: { upstream: false, downstream: false },
      complete: true,
    });
  });

  it('says what is connected through what may not be seen', async () => {
    const found = await read(
      [
        [1, 2, 2],
        [1, 10, 1],
        [10, 2, 1],
        [10, 3, 1],
        [1, 4, 2],
      ],
      { 10: 'restricted' },
    );
    expect(found).toMatchObject({
      links: [
        { id: 2, obscured: true },
        { id: 4, origin: 2, obscured: false },
        { id: 3, obscured: true },
      ],
      complete: false,
    });
  });

  it('says on which side not everything was read', async () => {
    const edges: TestEdge[] = Array.from({ length: 40 }, (_, id) => [
      1,
      id + 2,
    ]);
    const graph = new MemoryGraph(edges);
    expect(
      await readDirectLinks(graph, { root: 1, bounds: { fan: 30 } }),
    ).toMatchObject({ truncated: { upstream: false, downstream: true } });
    const row: TestEdge[] = [
      [1, 10],
      [10, 11],
      [11, 2],
    ];
    expect(
      await readDirectLinks(
        new MemoryGraph(row, { 10: 'hidden', 11: 'hidden' }),
        { root: 1, bounds: { rounds: 2 } },
      ),
    ).toMatchObject({
      links: [],
      truncated: { upstream: true, downstream: true },
    });
  });
});
