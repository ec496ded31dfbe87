import * as fc from 'fast-check';
import { MemoryGraph, TestEdge } from './__testUtils__/MemoryGraph';
import { drawn, placed, walk } from './__testUtils__/walks';
import { NodeVisibility } from './GraphSource';
import { walkNeighbourhood } from './walkNeighbourhood';

/** 2 is next to the root; 3 and 4 are next to 2, on either side. */
const row: TestEdge[] = [
  [1, 2],
  [2, 3],
  [4, 2],
];
const near = { depth: { upstream: 1, downstream: 1 } };

describe('walkNeighbourhood with nodes that are known already', () => {
  it('answers what connects them with what is found', async () => {
    const found = await walk(row, { ...near, include: [1, 2, 3, 4, 99] });
    expect(placed(found)).toEqual(['1: up 0 down 0', '2: down 1']);
    expect(drawn(found)).toEqual(['1 -> 2', '2 -> 3', '4 -> 2']);
    expect(found.nodes.map(({ hidden }) => hidden)).toEqual([
      { upstream: 0, downstream: 0 },
      { upstream: 0, downstream: 0 },
    ]);
    expect(found.truncated).toBe(false);
  });

  it('leaves out what connects them with each other', async () => {
    const found = await walk([...row, [3, 4]], { ...near, include: [3, 4] });
    expect(drawn(found)).toEqual(['1 -> 2', '2 -> 3', '4 -> 2']);
  });

  it('does not measure distances along ways through them', async () => {
    // 4 is found upstream; that it is also reached through 3 is not shown.
    const found = await walk([...row, [3, 5], [5, 1]], {
      ...near,
      include: [3],
    });
    expect(placed(found)).toEqual(['1: up 0 down 0', '2: down 1', '5: up 1']);
    expect(drawn(found)).toContain('3 -> 5');
  });

  it.each<NodeVisibility>(['hidden', 'restricted'])(
    'knows nothing of those that are %s',
    async how => {
      const edges: TestEdge[] = [...row, [3, 6]];
      const options = { ...near, visibility: { 3: how } };
      const found = await walk(edges, { ...options, include: [3] });
      expect(found).toEqual(await walk(edges, options));
      expect(drawn(found)).toEqual(['1 -> 2']);
    },
  );

  it('connects them over what is contracted', async () => {
    const found = await walk([...row, [3, 6]], {
      ...near,
      visibility: { 3: 'hidden' },
      include: [6],
    });
    expect(drawn(found)).toEqual(['1 -> 2', '2 -> 6 (1)']);
  });

  it.each<[string, Record<number, NodeVisibility> | undefined]>([
    ['where everything is shown', undefined],
    ['where some is not', { 7: 'hidden' }],
  ])(
    'reads them where a fan is too wide to be read, %s',
    async (_, visibility) => {
      const hub: TestEdge[] = Array.from({ length: 50 }, (_unused, index) => [
        2,
        100 + index,
      ]);
      const graph = new MemoryGraph([[1, 2], ...hub, [2, 7]], visibility);
      const found = await walkNeighbourhood(graph, {
        root: 1,
        ...near,
        limit: 300,
        include: [149, 149, 7, 1000],
        bounds: { fan: 30 },
      });
      expect(drawn(found).filter(edge => edge.endsWith('-> 149'))).toEqual([
        '2 -> 149',
      ]);
    },
  );

  it('keeps to the most edges that are answered, its own first', async () => {
    const many: TestEdge[] = Array.from({ length: 20 }, (_unused, index) => [
      2,
      100 + index,
    ]);
    const found = await walk([[1, 2], ...many], {
      ...near,
      include: many.map(([, to]) => to),
      bounds: { edges: 5 },
    });
    expect(found.edges).toHaveLength(5);
    expect(drawn(found)).toContain('1 -> 2');
    expect(found.truncated).toBe(true);
  });

  it('adds the edges that the whole graph has, and changes nothing else', async () => {
    const node = fc.integer({ min: 1, max: 8 });
    const visibility = fc.dictionary(
      fc.integer({ min: 2, max: 8 }).map(String),
      fc.constantFrom<NodeVisibility>('shown', 'hidden', 'restricted'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { maxLength: 16 }),
        visibility,
        fc.subarray([2, 3, 4, 5, 6, 7, 8]),
        fc.integer({ min: 1, max: 4 }),
        async (edges, visible, include, limit) => {
          const options = { ...near, visibility: visible, limit };
          const without = await walk(edges, options);
          const found = await walk(edges, { ...options, include });
          const ids = found.nodes.map(({ id }) => id);
          expect(ids).toEqual(without.nodes.map(({ id }) => id));
          expect(placed(found)).toEqual(placed(without));
          const expected = new Set(drawn(without));
          for (const id of ids) {
            const around = await walk(edges, {
              root: id,
              ...near,
              // The first root is shown whatever its kind.
              visibility: { ...visible, 1: 'shown' },
            });
            for (const edge of around.edges) {
              const other = edge.source === id ? edge.target : edge.source;
              if (
                (edge.source === id || edge.target === id) &&
                include.includes(other)
              ) {
                drawn({ ...around, edges: [edge] }).forEach(text =>
                  expected.add(text),
                );
              }
            }
          }
          expect(drawn(found)).toEqual([...expected].sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});
