import { LineageEdge } from '@understudy/plugin-lineage-common';
import { Bends, pairKey } from '../layout/arrange';
import { Box } from '../layout/placeBeside';
import { Point } from '../layout/types';
import { edgeKey } from '../model/adjacency';
import { SIZES } from '../model/toFlow';
import { Rect, touches } from './bounds';

/** How a connection is drawn. */
export type EdgeStyle = 'observed' | 'declared' | 'both' | 'restricted';

/** All connections of one style as two paths of SVG: the lines, and their heads. */
export interface EdgePath {
  style: EdgeStyle;
  lines: string;
  heads: string;
}

/** Where a restricted connection has room for its lock and the words below it. */
export interface EdgeLabel extends Point {
  key: string;
}

const HEAD = 6;
/** What the lock and its words take around their point. */
const LABEL = { width: 64, above: 8, below: 24 };

/** The style of a connection. */
export function styleOf(
  edge: Pick<LineageEdge, 'origin' | 'restricted'>,
): EdgeStyle {
  return edge.restricted ? 'restricted' : edge.origin;
}

/**
 * Writes all connections of one style as one path: a browser draws four long
 * paths in the time that a thousand elements take to be laid out.
 */
export function edgePaths(
  edges: readonly LineageEdge[],
  known: {
    boxes: ReadonlyMap<string, Box & Point>;
    bends: Bends;
  },
): { paths: EdgePath[]; labels: EdgeLabel[] } {
  const paths = new Map<EdgeStyle, { lines: string[]; heads: string[] }>();
  const labels: EdgeLabel[] = [];
  for (const edge of edges) {
    const source = known.boxes.get(edge.source);
    const target = known.boxes.get(edge.target);
    if (source && target) {
      const style = styleOf(edge);
      const path = paths.get(style) ?? { lines: [], heads: [] };
      paths.set(style, path);
      const from = {
        x: source.x + source.width,
        y: source.y + source.height / 2,
      };
      const to = { x: target.x - HEAD, y: target.y + target.height / 2 };
      const bends = known.bends.get(pairKey(edge)) ?? [];
      path.lines.push(line(from, to, bends));
      path.heads.push(`M${to.x} ${to.y - 4}l${HEAD} 4l${-HEAD} 4z`);
      if (edge.restricted) {
        labels.push({
          key: edgeKey(edge),
          ...labelPoint(wayOf(from, to, bends), known.boxes),
        });
      }
    }
  }
  return {
    paths: [...paths].map(([style, { lines, heads }]) => ({
      style,
      lines: lines.join(''),
      heads: heads.join(''),
    })),
    labels,
  };
}

/** Where a connection enters and leaves the columns that it passes. */
function wayOf(from: Point, to: Point, bends: readonly Point[]): Point[] {
  const half = (to.x >= from.x ? 1 : -1) * (SIZES.data.width / 2);
  const points = bends.flatMap(({ x, y }) =>
    [x - half, x + half].map(side => ({ x: side, y })),
  );
  return [from, ...points, to];
}

/** Straight through the columns between, and curved from one to the next. */
function line(from: Point, to: Point, bends: readonly Point[]): string {
  const way = wayOf(from, to, bends);
  const last = way.length - 1;
  // Nodes are left to the right and entered from the left, whichever way it goes.
  const heading = (index: number) =>
    to.x >= from.x || index === 0 || index === last ? 1 : -1;
  return way
    .map((point, index) => {
      if (index === 0) {
        return `M${point.x} ${point.y}`;
      }
      const isThrough = index % 2 === 0 && index < last;
      return isThrough
        ? `H${point.x}`
        : curve(way[index - 1], point, [heading(index - 1), heading(index)]);
    })
    .join('');
}

/** A curve that leaves and arrives in the given directions, 1 being right and -1 left. */
function curve(
  from: Point,
  to: Point,
  [leaves, arrives]: readonly [number, number],
): string {
  const ahead = (to.x - from.x) * leaves;
  // What turns swings out further, so that it can be told from what leads on.
  const pull =
    leaves === arrives && ahead > 0 ? ahead / 2 : 60 + Math.abs(ahead) / 6;
  return `C${from.x + leaves * pull} ${from.y} ${to.x - arrives * pull} ${to.y} ${to.x} ${to.y}`;
}

/**
 * Where words on a connection are not covered by a node: in the middle of one of
 * the gaps between columns that it crosses, of the last one that is free.
 */
function labelPoint(
  way: readonly Point[],
  boxes: ReadonlyMap<string, Rect>,
): Point {
  const middles = way.flatMap((point, index) => {
    const before = way[index - 1];
    // Every other stretch leads through a column.
    return index % 2 === 1
      ? [{ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }]
      : [];
  });
  const isFree = ({ x, y }: Point) => {
    const words = {
      x: x - LABEL.width / 2,
      y: y - LABEL.above,
      width: LABEL.width,
      height: LABEL.above + LABEL.below,
    };
    return ![...boxes.values()].some(box => touches(box, words));
  };
  const backwards = middles.reverse();
  return backwards.find(isFree) ?? backwards[0];
}
