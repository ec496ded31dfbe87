import * as fc from 'fast-check';
import { EdgePlaces, NOT_REACHED } from './EdgePlaces';

const edges = (...ends: [number, number][]) =>
  ends.map(([source, target]) => ({ source, target }));

describe('EdgePlaces', () => {
  const ids = [70, 10, 40, 20];

  it('counts the edges of each node, also those that lead elsewhere', () => {
    const places = new EdgePlaces(
      ids,
      edges([70, 10], [70, 40], [10, 40], [40, 99], [99, 20]),
    );
    expect([...places.count('downstream')]).toEqual([2, 1, 1, 0]);
    expect([...places.count('upstream')]).toEqual([0, 1, 2, 1]);
  });

  it('knows how far each node is from the first one', () => {
    const places = new EdgePlaces(
      ids,
      edges([70, 10], [10, 40], [70, 40], [20, 70]),
    );
    expect([...places.distances('downstream', 5)]).toEqual([
      0,
      1,
      1,
      NOT_REACHED,
    ]);
    expect([...places.distances('upstream', 5)]).toEqual([
      0,
      NOT_REACHED,
      NOT_REACHED,
      1,
    ]);
  });

  it('goes no further than it is told, nor through what is elsewhere', () => {
    const places = new EdgePlaces(
      ids,
      edges([70, 10], [10, 40], [40, 20], [70, 99], [99, 20]),
    );
    const distances = (most: number) => [
      ...places.distances('downstream', most),
    ];
    expect(distances(2)).toEqual([0, 1, 2, NOT_REACHED]);
    expect(distances(3)).toEqual([0, 1, 2, 3]);
    for (const none of [0, -1, 0.5]) {
      expect(distances(none)).toEqual([
        0,
        NOT_REACHED,
        NOT_REACHED,
        NOT_REACHED,
      ]);
    }
  });

  it('has nothing to say of nothing, and takes an edge as often as it is there', () => {
    const none = new EdgePlaces([], []);
    expect([...none.count('upstream')]).toEqual([]);
    const alone = new EdgePlaces([70], edges([70, 70], [70, 70]));
    expect([...alone.count('upstream')]).toEqual([2]);
    expect([...alone.distances('upstream', 3)]).toEqual([0]);
  });

  it('finds the distances that going on step by step finds', () => {
    const node = fc.nat(7);
    let reached = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node), { maxLength: 30, size: 'max' }),
        fc.nat(6),
        (ends, most) => {
          const all = [0, 1, 2, 3, 4, 5, 6];
          const expected = new Map([[0, 0]]);
          for (let hop = 1; hop <= most; hop++) {
            for (const [source, target] of ends) {
              if (
                expected.get(source) === hop - 1 &&
                all.includes(target) &&
                !expected.has(target)
              ) {
                expected.set(target, hop);
              }
            }
          }
          const found = [
            new EdgePlaces(all, edges(...ends)).distances('downstream', most),
            new EdgePlaces(
              all,
              ends.map(([target, source]) => ({ source, target })),
            ).distances('upstream', most),
          ];
          for (const distances of found) {
            expect([...distances]).toEqual(
              all.map(id => expected.get(id) ?? NOT_REACHED),
            );
          }
          reached += expected.size - 1;
        },
      ),
    );
    expect(reached).toBeGreaterThan(100);
  });
});
