import { Box } from '../layout/placeBeside';
import { Point } from '../layout/types';

/** A part of the picture. */
export interface Rect extends Point {
  width: number;
  height: number;
}

/** The smallest rectangle around all boxes; one without size when there are none. */
export function boundsOf(boxes: Iterable<Rect>): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two rectangles have a part in common. */
export function touches(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width &&
    b.x <= a.x + a.width &&
    a.y <= b.y + b.height &&
    b.y <= a.y + a.height
  );
}

/** The box at a point, or near enough to be meant. */
export function boxAt(
  boxes: Iterable<Box & Point>,
  point: Point,
  slack: number,
): string | undefined {
  for (const { id, x, y, width, height } of boxes) {
    if (
      point.x >= x - slack &&
      point.x <= x + width + slack &&
      point.y >= y - slack &&
      point.y <= y + height + slack
    ) {
      return id;
    }
  }
  return undefined;
}

/** Boxes of one colour as one path of SVG. */
export function boxPath(boxes: readonly Rect[]): string {
  return boxes
    .map(
      ({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`,
    )
    .join('');
}
