import { LineageSide } from '@understudy/plugin-lineage-common';
import fc from 'fast-check';
import { connect, histories, indexOf, NODES } from './__testUtils__/testIndex';
import { ENVIRONMENTS_OF_MARK } from './Adjacency';
import { EdgeIndex } from './EdgeIndex';

const sides: LineageSide[] = ['upstream', 'downstream'];

describe('EdgeIndex', () => {
  it('counts what it lists, before and after changes', async () => {
    const met = { itself: 0, cut: 0 };
    fc.assert(
      fc.property(
        histories,
        fc.subarray([0, 1, 2, 3, 9], { minLength: 1 }),
        fc.constantFrom(1, 2, 30, 1000),
        ({ known, changed }, environments, most) => {
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

  it('lists by environment what there is in each, before and after changes', () => {
    const met = { cut: 0, gone: 0, several: 0 };
    fc.assert(
      fc.property(
        histories,
        fc.uniqueArray(fc.integer({ min: 1, max: NODES + 12 }), {
          minLength: 10,
        }),
        fc.constantFrom(1, 2, 1000),
        ({ known, changed }, nodes, most) => {
          const index = indexOf(known);
          index.apply(changed);
          const now = new Map(
            [...known, ...changed].map(edge => [
              `${edge.src} ${edge.dst} ${edge.environment_id}`,
              edge,
            ]),
          );
          for (const side of sides) {
            const there = new Map<number, Set<number>>();
            for (const { src, dst, environment_id, origin } of now.values()) {
              const [from, to] = side === 'upstream' ? [dst, src] : [src, dst];
              if (origin > 0 && nodes.includes(from)) {
                const others = there.get(environment_id) ?? new Set();
                there.set(environment_id, others.add(to));
              }
              met.gone += Number(
                origin === 0 &&
                  nodes.includes(from) &&
                  known.some(
                    before => before.src === src && before.dst === dst,
                  ),
              );
            }
            there.delete(0);
            const found = index.byEnvironment(nodes, side, most);
            expect([...found.keys()].sort()).toEqual([...there.keys()].sort());
            for (const [environment, others] of found) {
              const all = there.get(environment) ?? new Set();
              expect(others).toHaveLength(Math.min(most, all.size));
              expect(others.filter(id => !all.has(id))).toEqual([]);
              met.cut += Number(others.length < all.size);
            }
            met.several += Number(found.size > 1);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.min(met.cut, met.gone, met.several)).toBeGreaterThan(50);
  });

  it('knows of a change at a node with many connections, whatever it was asked before', () => {
    const met = { kept: 0, changed: 0 };
    fc.assert(
      fc.property(histories, ({ known, changed }) => {
        const many = indexOf(known, { manyConnections: 2 });
        const few = indexOf(known);
        const ask = (index: EdgeIndex) =>
          sides.flatMap(side =>
            Array.from({ length: NODES + 12 }, (_, id) => ({
              counts: [[0], [0, 1], [1, 2, 3]].map(environments =>
                index.count(id, side, environments),
              ),
              by: [1, 1000].map(most =>
                Object.fromEntries(index.byEnvironment([id], side, most)),
              ),
            })),
          );
        const before = ask(few);
        expect(ask(many)).toEqual(before);
        expect(ask(many)).toEqual(before);
        many.apply(changed);
        few.apply(changed);
        const after = ask(few);
        expect(ask(many)).toEqual(after);
        after.forEach((answer, index) => {
          met[
            JSON.stringify(answer) === JSON.stringify(before[index])
              ? 'kept'
              : 'changed'
          ] += 1;
        });
      }),
    );
    expect(Math.min(met.kept, met.changed)).toBeGreaterThan(100);
  });

  it('keeps changes of neighbouring nodes and environments apart', () => {
    const last = ENVIRONMENTS_OF_MARK - 1;
    const index = indexOf([
      { ...connect(1, 2), environment_id: last },
      connect(1, 3),
    ]);
    index.apply([{ ...connect(1, 2), environment_id: last, origin: 0 }]);
    const list = (environments: number[]) =>
      index.neighbours(1, 'downstream', { most: 10, environments })?.list;
    expect(list([0, last])).toEqual([{ id: 3, origin: 1 }]);
    index.apply([{ ...connect(1, 3), origin: 0 }]);
    expect(list([0, last])).toBeUndefined();
  });

  it('counts a neighbour in several environments once', () => {
    const inProduction = { ...connect(1, 2), environment_id: 1 };
    const index = indexOf([connect(1, 2), inProduction, connect(1, 3)]);
    const options = { most: 1000, environments: [0, 1] };
    expect(index.degree(1, 'downstream', options)).toBe(2);
    expect(index.degree(1, 'downstream', { ...options, most: 1 })).toBe(1);
  });
});
