import { Rect } from '../../graph/canvas/bounds';
import { Point } from '../../graph/layout/types';
import { MapPlan } from './MapPlan';
import { BOX, CELL } from './placeColumns';

/** What is at a point, or near enough to be meant; as fast for ten thousand as for ten. */
export function nodeAt(
  plan: MapPlan,
  point: Point,
  slack = 0,
): number | undefined {
  const { x, y } = point;
  const column = plan.columns.find(
    candidate =>
      x >= candidate.x - slack && x <= candidate.x + candidate.width + slack,
  );
  if (!column) {
    return undefined;
  }
  const across = clamp(
    Math.floor((x - column.x + CELL.gapX / 2) / CELL.width),
    column.across - 1,
  );
  const rows = Math.ceil(column.nodes.length / column.across);
  const row = clamp(
    Math.floor((y - column.y + CELL.gapY / 2) / CELL.height),
    rows - 1,
  );
  const place = row * column.across + across;
  if (place >= column.nodes.length) {
    return undefined;
  }
  const node = column.nodes[place];
  const isNear =
    x >= plan.x[node] - slack &&
    x <= plan.x[node] + BOX.width + slack &&
    y >= plan.y[node] - slack &&
    y <= plan.y[node] + BOX.height + slack;
  return isNear ? node : undefined;
}

/** Everything of which a part is within a rectangle, nearest to the root first. */
export function nodesIn(plan: MapPlan, view: Rect): number[] {
  const found: number[] = [];
  for (let node = 0; node < plan.x.length; node++) {
    if (isIn(plan, node, view)) {
      found.push(node);
    }
  }
  return found;
}

/** Whether a part of something is within a rectangle. */
export function isIn(plan: MapPlan, node: number, view: Rect): boolean {
  return (
    plan.x[node] <= view.x + view.width &&
    plan.x[node] + BOX.width >= view.x &&
    plan.y[node] <= view.y + view.height &&
    plan.y[node] + BOX.height >= view.y
  );
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
