import * as fc from 'fast-check';
import { findParallelEdges } from './findParallelEdges';

/** From, to and origin; `via` and `restricted` where they matter. */
type TestEdge = [
  source: number,
  target: number,
  origin: number,
  more?: { via?: number; restricted?: boolean },
];

function toEdges(edges: readonly TestEdge[]) {
  return edges.map(([source, target, origin, more]) => ({
    source,
    target,
    origin,
    via: 0,
    restricted: false,
    ...more,
  }));
}

/** Entities have ids below 10. */
const isEntity = (id: number) => id < 10;

function found(edges: readonly TestEdge[]): string[] {
  return [...findParallelEdges(toEdges(edges), isEntity)].map(
    ({ source, target }) => `${source} -> ${target}`,
  );
}

describe('findParallelEdges', () => {
  it.each<[string, TestEdge[], string[]]>([
    [
      'a way through a job',
      [
        [1, 2, 2],
        [1, 10, 1],
        [10, 2, 1],
      ],
      ['1 -> 2'],
    ],
    [
      'a way through jobs and datasets, in part declared too',
      [
        [1, 2, 2],
        [1, 10, 3],
        [10, 11, 1],
        [11, 12, 1],
        [12, 2, 3],
      ],
      ['1 -> 2'],
    ],
    [
      'a way over contracted nodes',
      [
        [1, 2, 2],
        [1, 10, 1, { via: 1 }],
        [10, 2, 1],
      ],
      ['1 -> 2'],
    ],
    [
      'a cycle on the way',
      [
        [1, 2, 2],
        [1, 10, 1],
        [10, 11, 1],
        [11, 10, 1],
        [11, 2, 1],
      ],
      ['1 -> 2'],
    ],
    [
      'what an entity declares of itself',
      [
        [1, 1, 2],
        [1, 10, 1],
        [10, 1, 1],
      ],
      ['1 -> 1'],
    ],
  ])('sees %s', (_what, edges, expected) => {
    expect(found(edges)).toEqual(expected);
    expect(found([...edges].reverse())).toEqual(expected);
  });

  it.each<[string, TestEdge[]]>([
    ['no way', [[1, 2, 2]]],
    [
      'a way the other way round',
      [
        [1, 2, 2],
        [2, 10, 1],
        [10, 1, 1],
      ],
    ],
    [
      'a way that is declared in part',
      [
        [1, 2, 2],
        [1, 10, 1],
        [10, 2, 2],
      ],
    ],
    [
      'a way through another entity',
      [
        [1, 2, 2],
        [1, 10, 1],
        [10, 3, 1],
        [3, 11, 1],
        [11, 2, 1],
      ],
    ],
    [
      'a way through what may not be seen',
      [
        [1, 2, 2],
        [1, 10, 1, { restricted: true }],
        [10, 2, 1],
      ],
    ],
    [
      'a connection that was observed itself',
      [
        [1, 2, 3],
        [1, 10, 1],
        [10, 2, 1],
      ],
    ],
    [
      'a declared way that is contracted',
      [
        [1, 2, 2, { via: 1 }],
        [1, 10, 1],
        [10, 2, 1],
      ],
    ],
    [
      'an edge of which one end is no entity',
      [
        [1, 12, 2],
        [1, 10, 1],
        [10, 12, 1],
      ],
    ],
  ])('leaves alone %s', (_what, edges) => {
    expect(found(edges)).toEqual([]);
  });

  it('does as trying every way does, for any graph', () => {
    const node = fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 10, max: 14 }),
    );
    const edge = fc.tuple(
      node,
      node,
      fc.integer({ min: 1, max: 3 }),
      fc.record({ restricted: fc.boolean(), via: fc.nat({ max: 1 }) }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(edge, {
          maxLength: 20,
          selector: ([from, to]) => from * 100 + to,
        }),
        edges => {
          expect(found(edges).sort()).toEqual(naivelyFound(edges).sort());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is quick on the largest graph that is answered', () => {
    // 500 entities, each declared to feed the next ones, and 500 jobs in a row.
    const edges: TestEdge[] = [];
    for (let id = 0; id < 500; id++) {
      edges.push([id, 1000 + id, 1], [1000 + id, 1001 + id, 1]);
      for (let other = 1; other < 18; other++) {
        edges.push([id, (id + other) % 500, 2]);
      }
    }
    edges.push([1500, 0, 1]);
    const parallel = findParallelEdges(toEdges(edges), id => id < 1000);
    expect([...parallel].every(({ target }) => target === 0)).toBe(true);
    expect(parallel.size).toBe(17);
  });
});

/** Every way without repetition, tried one by one. */
function naivelyFound(edges: readonly TestEdge[]): string[] {
  const usable = toEdges(edges).filter(({ restricted }) => !restricted);
  const leadsTo = (at: number, goal: number, passed: number[]): boolean =>
    usable
      .filter(({ source, origin }) => source === at && origin !== 2)
      .some(
        ({ target }) =>
          (target === goal && passed.length > 0) ||
          (!isEntity(target) &&
            !passed.includes(target) &&
            leadsTo(target, goal, [...passed, target])),
      );
  return usable
    .filter(
      ({ source, target, origin, via }) =>
        origin === 2 &&
        via === 0 &&
        isEntity(source) &&
        isEntity(target) &&
        leadsTo(source, target, []),
    )
    .map(({ source, target }) => `${source} -> ${target}`);
}
