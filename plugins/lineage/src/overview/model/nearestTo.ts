import { MapPlan } from './MapPlan';

/** Where an arrow key leads. */
export type MapDirection = 'left' | 'right' | 'up' | 'down';

/** What lies aside counts as further away than what lies ahead. */
const ASIDE = 2.5;

const WAYS: Readonly<Record<MapDirection, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The nearest thing in a direction; undefined when there is none. */
export function nearestTo(
  plan: MapPlan,
  node: number,
  direction: MapDirection,
): number | undefined {
  const [wayX, wayY] = WAYS[direction];
  let best: number | undefined;
  let least = Infinity;
  for (let other = 0; other < plan.x.length; other++) {
    const dx = plan.x[other] - plan.x[node];
    const dy = plan.y[other] - plan.y[node];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    const cost = ahead + ASIDE * aside;
    if (ahead > 0 && cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}
