import {
  finish,
  layeredOverview,
  letterPlan,
  placeOf,
} from '../__testUtils__/planOf';
import { planMap } from './MapPlan';
import { nearestTo } from './nearestTo';
import { nodeAt, nodesIn } from './nodeAt';
import { BOX } from './placeColumns';

const { value: large } = finish(planMap(layeredOverview(3, 1_000)));

describe('nodeAt', () => {
  it('finds everything in its middle and at its corners', () => {
    for (let node = 0; node < large.x.length; node++) {
      const [x, y] = [large.x[node], large.y[node]];
      const middle = { x: x + BOX.width / 2, y: y + BOX.height / 2 };
      expect(nodeAt(large, middle)).toBe(node);
      expect(nodeAt(large, { x, y })).toBe(node);
      expect(nodeAt(large, { x: x + BOX.width, y: y + BOX.height })).toBe(node);
    }
  });

  it('finds nothing between things and outside', () => {
    const [x, y] = [large.x[5], large.y[5]];
    expect(nodeAt(large, { x: x + 5, y: y + BOX.height + 1 })).toBeUndefined();
    expect(nodeAt(large, { x: x + BOX.width + 1, y: y + 2 })).toBeUndefined();
    expect(nodeAt(large, { x: -1, y: 10 })).toBeUndefined();
    expect(nodeAt(large, { x: 1e9, y: 1e9 })).toBeUndefined();
    expect(nodeAt(large, { x: NaN, y: NaN })).toBeUndefined();
  });

  it('takes what is near enough', () => {
    const plan = letterPlan('a>b');
    const at = { x: plan.x[0] - 3, y: plan.y[0] + 2 };
    expect(nodeAt(plan, at)).toBeUndefined();
    expect(nodeAt(plan, at, 4)).toBe(0);
  });
});

describe('nodesIn', () => {
  it('gives what is in view, nearest to the root first', () => {
    const { x, y, width, height } = large.columns[1];
    const found = nodesIn(large, { x, y, width, height });
    expect(found).toHaveLength(1_000);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(nodesIn(large, { x: -500, y: 0, width: 10, height: 10 })).toEqual(
      [],
    );
  });
});

describe('nearestTo', () => {
  const plan = letterPlan('r>a r>b r>c u>r a>d b>e c>f');
  const place = (name: string) => placeOf(plan, name);

  it('goes to the nearest thing in a direction', () => {
    expect(nearestTo(plan, place('u'), 'right')).toBe(plan.root);
    expect(nearestTo(plan, plan.root, 'left')).toBe(place('u'));
    expect(nearestTo(plan, place('e'), 'left')).toBe(place('b'));
    const below = nearestTo(plan, place('a'), 'down');
    expect(['b', 'c']).toContain(plan.overview.nodes[below ?? -1]?.id);
  });

  it('stays where there is nothing', () => {
    expect(nearestTo(plan, place('u'), 'left')).toBeUndefined();
    expect(nearestTo(plan, place('e'), 'right')).toBeUndefined();
  });

  it('comes to everything in a column', () => {
    const column = large.columns[1];
    const seen = new Set<number>();
    let at: number | undefined = column.nodes[0];
    while (at !== undefined) {
      seen.add(at);
      at = nearestTo(large, at, 'down');
    }
    expect(seen.size).toBeGreaterThanOrEqual(
      Math.floor(column.nodes.length / column.across),
    );
  });
});
