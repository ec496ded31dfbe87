import { LineageSide } from '@understudy/plugin-lineage-common';
import fc from 'fast-check';
import {
  changes,
  connect,
  edges,
  indexOf,
  NODES,
} from './__testUtils__/testIndex';

const sides: LineageSide[] = ['upstream', 'downstream'];

describe('EdgeIndex', () => {
  it('counts what it lists, before and after changes', async () => {
    const met = { itself: 0, cut: 0 };
    fc.assert(
      fc.property(
        edges,
        fc.option(changes, { nil: [] }),
        fc.subarray([0, 1, 2, 3, 9], { minLength: 1 }),
        fc.constantFrom(1, 2, 30, 1000),
        (known, changed, environments, most) => {
          const index = indexOf(known);
          index.apply(changed);
          for (const side of sides) {
            for (let id = 1; id <= NODES + 12; id += 1) {
              const lists = (fan: number) =>
                index.neighbours(id, side, { most: fan, environments })?.list ??
                [];
              const others = lists(most).filter(other => other.id !== id);
              expect(index.degree(id, side, { most, environments })).toBe(
                others.length,
              );
              expect(index.count(id, side, environments)).toBe(
                lists(Infinity).length,
              );
              met.itself += Number(others.length < lists(most).length);
              met.cut += Number(lists(most).length < lists(Infinity).length);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    // The cases that matter were among them.
    expect(met.itself).toBeGreaterThan(50);
    expect(met.cut).toBeGreaterThan(50);
  });

  it('counts a neighbour in several environments once', () => {
    const inProduction = { ...connect(1, 2), environment_id: 1 };
    const index = indexOf([connect(1, 2), inProduction, connect(1, 3)]);
    const options = { most: 1000, environments: [0, 1] };
    expect(index.degree(1, 'downstream', options)).toBe(2);
    expect(index.degree(1, 'downstream', { ...options, most: 1 })).toBe(1);
  });
});
