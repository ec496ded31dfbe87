import { MemoryGraph, TestEdge } from '../graph/__testUtils__/MemoryGraph';
import { NodeVisibility } from '../graph/GraphSource';
import { walkColumns } from './walkColumns';

const both = { upstream: 50, downstream: 50 };
const walk = async (
  edges: readonly TestEdge[],
  query: {
    starts: number[];
    whole?: number;
    limit?: number;
    depth?: typeof both;
  },
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
      { id: 3, distance: { upstream: 0, downstream: 0 }, direct: true },
      { id: 4, distance: { upstream: 0, downstream: 0 }, direct: true },
      { id: 1, distance: { upstream: 1 }, direct: true },
      { id: 2, distance: { upstream: 1 }, direct: false },
      { id: 5, distance: { downstream: 1 }, direct: true },
      { id: 6, distance: { downstream: 1 }, direct: true },
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
    // Each of the four edges of a rung is read once.
    expect(graph.rows).toBeLessThanOrEqual(ladder.length);
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

  describe('where something decides over a dataset as a whole', () => {
    /** Dataset `d` as a whole, and one of its columns. */
    const whole = (d: number) => d * 10;
    const column = (d: number, place = 1) => d * 10 + place;
    const part = (d: number, place = 1): TestEdge => [
      whole(d),
      column(d, place),
      2,
      'within',
    ];
    const pairs = ({ edges }: Awaited<ReturnType<typeof walk>>) =>
      edges.map(({ source, target, within }) =>
        within ? [source, target, 'within'] : [source, target],
      );
    const distances = (
      { columns }: Awaited<ReturnType<typeof walk>>,
      side: 'upstream' | 'downstream',
    ) => columns.map(({ id, distance }) => [id, distance[side]]);

    // 1 decides over 2, whose column goes into 3, which decides over 4.
    const chain: TestEdge[] = [
      [column(1), whole(2), 2],
      part(2),
      [column(2), column(3)],
      [column(3), whole(4), 2],
      part(4),
      [column(4), column(5)],
    ];

    it('goes on to all that is made from its columns', async () => {
      const found = await walk(chain, {
        starts: [column(1)],
        depth: { upstream: 0, downstream: 4 },
      });
      expect(pairs(found)).toEqual([
        [column(1), whole(2)],
        [whole(2), column(2), 'within'],
        [column(2), column(3)],
        [column(3), whole(4)],
        [whole(4), column(4), 'within'],
        [column(4), column(5)],
      ]);
      // From a whole to its columns it is no step.
      expect(distances(found, 'downstream')).toEqual([
        [column(1), 0],
        [whole(2), 1],
        [column(2), 1],
        [column(3), 2],
        [whole(4), 3],
        [column(4), 3],
        [column(5), 4],
      ]);
      expect(found.columns.filter(({ direct }) => direct)).toHaveLength(1);
    });

    it('comes back from all that decides over datasets on the way', async () => {
      const found = await walk(chain, {
        starts: [column(5)],
        depth: { upstream: 3, downstream: 0 },
      });
      expect(distances(found, 'upstream')).toEqual([
        [column(5), 0],
        [column(4), 1],
        [whole(4), 1],
        [column(3), 2],
        [column(2), 3],
      ]);
      const all = await walk(chain, { starts: [column(5)] });
      expect(all.columns.at(-1)).toEqual({
        id: column(1),
        distance: { upstream: 4 },
        direct: false,
      });
    });

    it('does not go from what is asked about to its other columns', async () => {
      const edges: TestEdge[] = [
        [column(1), whole(2), 2],
        part(2, 1),
        part(2, 2),
        [column(2, 1), column(3)],
        [column(2, 2), column(4)],
        // Of which column nobody said.
        [whole(2), column(5)],
      ];
      const found = await walk(edges, {
        starts: [column(2, 1)],
        whole: whole(2),
      });
      expect(pairs(found)).toEqual([
        [whole(2), column(2, 1), 'within'],
        [column(1), whole(2)],
        [column(2, 1), column(3)],
        [whole(2), column(5)],
      ]);
      const all = await walk(edges, {
        starts: [whole(2), column(2, 1), column(2, 2)],
      });
      expect(pairs(all)).toEqual([
        [column(1), whole(2)],
        [whole(2), column(5)],
        [column(2, 1), column(3)],
        [column(2, 2), column(4)],
      ]);
    });

    it('goes to them where a cycle leads back to it as a whole', async () => {
      const found = await walk(
        [
          [column(1, 1), column(2)],
          [column(2), whole(1), 2],
          part(1, 1),
          part(1, 2),
          [column(1, 2), column(3)],
        ],
        {
          starts: [column(1, 1)],
          whole: whole(1),
          depth: { upstream: 0, downstream: 50 },
        },
      );
      expect(pairs(found)).toEqual([
        [column(1, 1), column(2)],
        [column(2), whole(1)],
        [whole(1), column(1, 1), 'within'],
        [whole(1), column(1, 2), 'within'],
        [column(1, 2), column(3)],
      ]);
      expect(found.columns.find(({ id }) => id === column(3))).toEqual({
        id: column(3),
        distance: { downstream: 3 },
        direct: false,
      });
    });

    it('tells where values are passed on beside that', async () => {
      const found = await walk(
        [
          [column(1), column(2)],
          [column(1), whole(2), 2],
          part(2),
          [column(2), column(3)],
        ],
        { starts: [column(1)] },
      );
      expect(
        found.columns.flatMap(({ id, direct }) => (direct ? [id] : [])),
      ).toEqual([column(1), column(2), column(3)]);
    });

    it('passes every column of a ladder once', async () => {
      const rungs = 500;
      // Each dataset has two columns, made from both of the one before, which decide over it too.
      const ladder = Array.from({ length: rungs }, (_, rung) => rung).flatMap(
        (rung): TestEdge[] =>
          [1, 2].flatMap((place): TestEdge[] => [
            [column(rung, place), column(rung + 1, 1)],
            [column(rung, place), column(rung + 1, 2)],
            [column(rung, place), whole(rung + 1), 2],
            part(rung + 1, place),
          ]),
      );
      const graph = new MemoryGraph(ladder);
      const found = await walkColumns(graph, {
        starts: [column(0, 1)],
        depth: { upstream: 0, downstream: rungs },
        limit: 5000,
      });
      expect(found.columns).toHaveLength(1 + 3 * rungs);
      expect(found.truncated).toBe(false);
      expect(graph.rows).toBeLessThanOrEqual(ladder.length);
    });

    it('is bounded, and says so', async () => {
      const wide = Array.from({ length: 50 }, (_, place): TestEdge[] => [
        part(2, place + 1),
        [column(2, place + 1), 1_000 + place],
      ]).flat();
      const found = await walk([[column(1), whole(2), 2], ...wide], {
        starts: [column(1)],
        limit: 10,
      });
      expect(found.columns).toHaveLength(10);
      expect(found.truncated).toBe(true);
    });

    it('leads through datasets that may not be seen, and says nothing of them', async () => {
      const found = await walk(
        chain,
        { starts: [column(1)] },
        { [whole(2)]: 'restricted', [column(2)]: 'restricted' },
      );
      expect(found.edges[0]).toEqual({
        source: column(1),
        target: column(3),
        origin: 1,
        via: 0,
        restricted: true,
      });
      expect(found.columns.map(({ id }) => id)).not.toContain(column(2));
      expect(found.complete).toBe(false);
    });
  });
});
