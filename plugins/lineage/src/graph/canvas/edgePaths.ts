import { LineageEdge } from '@understudy/plugin-lineage-common';
import { Bends, pairKey } from '../layout/arrange';
import { Box } from '../layout/placeBeside';
import { Point } from '../layout/types';
import { edgeKey } from '../model/adjacency';
import { SIZES } from '../model/toFlow';

/** How a connection is drawn. */
export type EdgeStyle = 'observed' | 'declared' | 'both' | 'restricted';

/** All connections of one style as two paths of SVG: the lines, and their heads. */
export interface EdgePath {
  style: EdgeStyle;
  lines: string;
  heads: string;
}

/** Where the middle of a restricted connection is, for its lock. */
export interface EdgeLabel extends Point {
  key: string;
}

const HEAD = 6;

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
          x: (from.x + to.x) / 2,
          y: (from.y + to.y) / 2,
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

/** Straight through the columns between, and curved from one to the next. */
function line(from: Point, to: Point, bends: readonly Point[]): string {
  const [half, forward] = [SIZES.data.width / 2, to.x >= from.x];
  const points = bends.flatMap(({ x, y }) =>
    [x - half, x + half].map(side => ({ x: side, y })),
  );
  // Of what leads back the bends do not fit how we leave and enter nodes.
  const way = forward ? [from, ...points, to] : [from, to];
  return way
    .map((point, index) => {
      if (index === 0) {
        return `M${point.x} ${point.y}`;
      }
      const isThrough = forward && index % 2 === 0 && index < way.length - 1;
      return isThrough ? `H${point.x}` : curve(way[index - 1], point);
    })
    .join('');
}

function curve(from: Point, to: Point): string {
  // What leads back swings out further, so that it can be told from what leads on.
  const pull = to.x > from.x ? (to.x - from.x) / 2 : 60 + (from.x - to.x) / 6;
  return `C${from.x + pull} ${from.y} ${to.x - pull} ${to.y} ${to.x} ${to.y}`;
}
