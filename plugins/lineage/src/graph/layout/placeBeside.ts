import { GAPS, Point } from './types';

/** Something of known size. */
export interface Box {
  id: string;
  width: number;
  height: number;
}

/** A box that has its place. */
type Placed = Box & Point;

/** Columns nearer to each other than this are one. */
const SNAP = 90;

/**
 * Finds places for what is new beside what stands already, which keeps its
 * place: readers do not lose what they look at when a node is expanded. Each new
 * box goes next to a neighbour, into the nearest gap of the column there.
 */
export function placeBeside(
  boxes: readonly Box[],
  edges: readonly { source: string; target: string }[],
  kept: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const placed = new Map<string, Placed>();
  let waiting: Box[] = [];
  for (const box of boxes) {
    const point = kept.get(box.id);
    if (point) {
      placed.set(box.id, { ...box, ...point });
    } else {
      waiting.push(box);
    }
  }
  const neighbours = neighboursByNode(edges);

  while (waiting.length > 0) {
    const later: Box[] = [];
    for (const box of waiting) {
      const beside = neighbours
        .get(box.id)
        ?.find(neighbour => placed.has(neighbour.id));
      if (beside) {
        const anchor = placed.get(beside.id)!;
        placed.set(box.id, placeNextTo(box, anchor, beside.step, placed));
      } else {
        later.push(box);
      }
    }
    if (later.length === waiting.length) {
      // Connected to nothing that has a place: below everything.
      const lowest = Math.max(
        0,
        ...[...placed.values()].map(({ y, height }) => y + height),
      );
      const [first, ...rest] = later;
      placed.set(first.id, { ...first, x: 0, y: lowest + GAPS.row });
      waiting = rest;
    } else {
      waiting = later;
    }
  }
  return new Map([...placed].map(([id, { x, y }]) => [id, { x, y }]));
}

function placeNextTo(
  box: Box,
  anchor: Placed,
  step: 1 | -1,
  placed: ReadonlyMap<string, Placed>,
): Placed {
  const all = [...placed.values()];
  const middle =
    anchor.x +
    anchor.width / 2 +
    step * ((anchor.width + box.width) / 2 + GAPS.column);
  const column = all
    .map(({ x, width }) => x + width / 2)
    .filter(
      candidate =>
        Math.abs(candidate - middle) < SNAP &&
        // Never into the column of the neighbour itself.
        Math.abs(candidate - anchor.x - anchor.width / 2) > SNAP,
    )
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const x = (column ?? middle) - box.width / 2;
  const taken = all.filter(
    other => other.x < x + box.width && other.x + other.width > x,
  );
  const wish = anchor.y + (anchor.height - box.height) / 2;
  return { ...box, x, y: nearestGap(wish, box.height, taken) };
}

/** The height nearest to the wish at which a box touches none of the others. */
function nearestGap(
  wish: number,
  height: number,
  taken: readonly Placed[],
): number {
  const fits = (y: number) =>
    taken.every(
      other =>
        y + height + GAPS.row <= other.y ||
        other.y + other.height + GAPS.row <= y,
    );
  return [
    wish,
    ...taken.flatMap(other => [
      other.y - height - GAPS.row,
      other.y + other.height + GAPS.row,
    ]),
  ]
    .sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish))
    .find(fits)!;
}

function neighboursByNode(
  edges: readonly { source: string; target: string }[],
): Map<string, { id: string; step: 1 | -1 }[]> {
  const byNode = new Map<string, { id: string; step: 1 | -1 }[]>();
  const add = (of: string, id: string, step: 1 | -1) => {
    const list = byNode.get(of) ?? [];
    list.push({ id, step });
    byNode.set(of, list);
  };
  for (const { source, target } of edges) {
    add(target, source, 1);
    add(source, target, -1);
  }
  return byNode;
}
