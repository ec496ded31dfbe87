import {
  finish,
  layeredOverview,
  letterPlan,
  placeOf,
} from '../__testUtils__/planOf';
import { columnOf } from './columnOf';
import { planMap } from './MapPlan';
import { BOX, CELL } from './placeColumns';

describe('columnOf', () => {
  it.each([
    [{ upstream: 0, downstream: 0 }, 0],
    [{ upstream: 2 }, -2],
    [{ downstream: 3 }, 3],
    [{ upstream: 1, downstream: 4 }, -1],
    [{ upstream: 4, downstream: 4 }, 4],
    [{}, 0],
  ])('of %j is %d', (distance, expected) => {
    expect(columnOf({ distance })).toBe(expected);
  });
});

describe('planMap', () => {
  it('puts what the root is made from on its left, and what is made from it on its right', () => {
    const plan = letterPlan('r>x w>r v>w x>y');
    const names = ['v', 'w', 'r', 'x', 'y'];
    const lefts = names.map(name => plan.x[placeOf(plan, name)]);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(plan.columns.map(({ distance }) => distance)).toEqual([
      -2, -1, 0, 1, 2,
    ]);
    expect(plan.root).toBe(placeOf(plan, 'r'));
  });

  it('keeps neighbours close', () => {
    // Read in the order of the answer these would cross everywhere.
    const plan = letterPlan('r>a r>b r>c a>z b>y c>x a>w b>v c>u');
    const height = (name: string) => plan.y[placeOf(plan, name)];
    const order = (names: string[]) =>
      [...names].sort((one, two) => height(one) - height(two));
    const makers = order(['a', 'b', 'c']);
    const made = order(['z', 'w', 'y', 'v', 'x', 'u']);
    const makerOf: Record<string, string> = {
      z: 'a',
      w: 'a',
      y: 'b',
      v: 'b',
      x: 'c',
      u: 'c',
    };
    expect(made.map(name => makerOf[name])).toEqual(
      makers.flatMap(name => [name, name]),
    );
  });

  it('gives everything a place of its own, inside the map', () => {
    const { value: plan } = finish(planMap(layeredOverview(4, 500)));
    const taken = new Set<string>();
    plan.overview.nodes.forEach((_, node) => {
      taken.add(`${plan.x[node]} ${plan.y[node]}`);
      expect(plan.x[node]).toBeGreaterThanOrEqual(0);
      expect(plan.y[node]).toBeGreaterThanOrEqual(0);
      expect(plan.x[node] + BOX.width).toBeLessThanOrEqual(plan.width);
      expect(plan.y[node] + BOX.height).toBeLessThanOrEqual(plan.height + 1);
    });
    expect(taken.size).toBe(2_001);
  });

  it('has the shape of a screen even where all is at one distance', () => {
    const { value: plan } = finish(planMap(layeredOverview(1, 9_999)));
    const shape = plan.width / plan.height;
    expect(shape).toBeGreaterThan(1.2);
    expect(shape).toBeLessThan(2.2);
    expect(plan.columns[1].across).toBeGreaterThan(5);
    expect(plan.height).toBeLessThan(10_000 * CELL.height);
  });

  it('pauses often, and the more the larger it is', () => {
    const small = finish(planMap(layeredOverview(5, 100)));
    const large = finish(planMap(layeredOverview(5, 2_000, 5)));
    expect(large.pauses).toBeGreaterThan(small.pauses);
    // Each of the six sweeps looks at both ends of 50,000 connections, 2,000 at once.
    expect(large.pauses).toBeGreaterThan(150);
    expect(large.pauses).toBeLessThan(1_000);
  });

  it('is the same for the same answer', () => {
    const [one, two] = [1, 2].map(
      () => finish(planMap(layeredOverview(3, 200))).value,
    );
    expect(one.y).toEqual(two.y);
  });

  it('bears what leads to itself, and what leads back', () => {
    const plan = letterPlan('r>r r>a a>r a>a');
    expect(plan.columns.map(({ nodes }) => nodes.length)).toEqual([1, 1]);
  });
});
