import {
  LineageNodeSummary,
  NeighbourhoodEdge,
  NeighbourhoodNode,
} from '@understudy/plugin-lineage-common';
import fc from 'fast-check';
import { toLineageGraph } from './toLineageGraph';

const environment = {
  environment: 'production',
  environments: [],
  defaultEnvironment: 'production',
};

/** Names are in another order than numbers. */
const nameOf = (id: number) => `dataset:n/${(id * 7) % 11}`;

const summaries = (ids: readonly number[]) =>
  new Map(
    ids.map((id): [number, LineageNodeSummary] => [
      id,
      { id: nameOf(id), kind: 'dataset' },
    ]),
  );

const node = (
  id: number,
  distance: NeighbourhoodNode['distance'] = {},
): NeighbourhoodNode => ({
  id,
  distance,
  hidden: { upstream: 0, downstream: 0 },
});

const edge = (source: number, target: number): NeighbourhoodEdge => ({
  source,
  target,
  origin: 1,
  via: 0,
  restricted: false,
});

function graphOf(
  nodes: NeighbourhoodNode[],
  edges: NeighbourhoodEdge[],
  known: readonly number[],
) {
  return toLineageGraph(
    { nodes, edges, truncated: false, complete: true },
    {
      root: 1,
      environment,
      nodes: summaries(known),
      lastSeen: new Map(),
      versions: new Map(),
    },
  );
}

describe('toLineageGraph', () => {
  it('puts nearer nodes first, and those that no way was found to last', () => {
    const { nodes } = graphOf(
      [
        node(2),
        node(5, { downstream: 2 }),
        node(3, { upstream: 1 }),
        node(1, { upstream: 0, downstream: 0 }),
        node(4, { upstream: 9, downstream: 1 }),
      ],
      [],
      [1, 2, 3, 4, 5],
    );
    expect(nodes.map(({ id }) => id)).toEqual([1, 3, 4, 5, 2].map(nameOf));
  });

  it('leaves out what has no name, with its edges', () => {
    const { nodes, edges } = graphOf(
      [node(1), node(2), node(3)],
      [edge(1, 2), edge(2, 3), edge(1, 3)],
      [1, 3],
    );
    expect(nodes.map(({ id }) => id).sort()).toEqual([1, 3].map(nameOf).sort());
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      [nameOf(1), nameOf(3)],
    ]);
  });

  it('has an order of nodes and edges that goes by their names only', () => {
    const id = fc.nat(10);
    const hops = fc.option(fc.nat(3), { nil: undefined });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id, upstream: hops, downstream: hops }), {
          selector: each => each.id,
          size: 'max',
          maxLength: 11,
        }),
        fc.uniqueArray(fc.tuple(id, id), {
          selector: String,
          size: 'max',
          maxLength: 40,
        }),
        (places, ends) => {
          const found = graphOf(
            places.map(each => node(each.id, each)),
            ends.map(([source, target]) => edge(source, target)),
            Array.from({ length: 11 }, (_, known) => known),
          );
          const near = (each: NeighbourhoodNode['distance']) =>
            Math.min(each.upstream ?? Infinity, each.downstream ?? Infinity);
          const byName = (a: string, b: string) =>
            Number(a > b) - Number(a < b);
          expect(found.nodes.map(each => each.id)).toEqual(
            places
              .map(each => ({ hops: near(each), name: nameOf(each.id) }))
              .sort((a, b) =>
                a.hops === b.hops ? byName(a.name, b.name) : a.hops - b.hops,
              )
              .map(({ name }) => name),
          );
          expect(
            found.edges.map(({ source, target }) => [source, target]),
          ).toEqual(
            ends
              .map(([source, target]) => [nameOf(source), nameOf(target)])
              .sort((a, b) => byName(a[0], b[0]) || byName(a[1], b[1])),
          );
        },
      ),
    );
  });

  it('has nothing to say of nothing', () => {
    expect(graphOf([], [], [])).toMatchObject({
      root: '',
      nodes: [],
      edges: [],
    });
  });
});
