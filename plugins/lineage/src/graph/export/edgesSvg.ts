import { LineageEdge } from '@understudy/plugin-lineage-common';
import { EdgePath, edgePaths } from '../canvas/edgePaths';
import { LINES, LOCK } from '../canvas/lineLooks';
import { Drawing } from '../layout/Drawing';
import { Point } from '../layout/types';
import { edgeKey } from '../model/adjacency';
import { PictureColors } from './pictureColors';
import { element, PictureElement, textElement } from './xml';

/** So many connections are one piece: a path of all of them takes long to be made. */
const PIECE = 100;

/** All connections of the picture, piece by piece; those that are brought out lie above the others. */
export function* edgesSvg(
  drawing: Drawing,
  marks: {
    /** Keys of connections to bring out while the others step back. */
    strong?: ReadonlySet<string>;
    /** Said of what leads through something that may not be seen. */
    restricted: string;
  },
  colors: PictureColors,
): Generator<PictureElement> {
  const { strong, restricted } = marks;
  const { edges } = drawing.flow;
  const isStrong = (edge: LineageEdge) => strong?.has(edgeKey(edge)) ?? false;
  const labels: Point[] = [];
  for (const [list, color, opacity] of [
    [edges.filter(edge => !isStrong(edge)), colors.secondary, strong && 0.25],
    [edges.filter(isStrong), colors.primary, undefined],
  ] as const) {
    for (let start = 0; start < list.length; start += PIECE) {
      const drawn = edgePaths(list.slice(start, start + PIECE), drawing);
      labels.push(...drawn.labels);
      yield element('g', { opacity }, ...pathsSvg(drawn.paths, color));
    }
  }
  for (const { x, y } of labels) {
    yield element(
      'g',
      { transform: `translate(${x} ${y})` },
      element('path', { d: LOCK, fill: colors.text, 'fill-rule': 'evenodd' }),
      textElement(restricted, {
        y: 20,
        'text-anchor': 'middle',
        'font-size': 11,
        fill: colors.text,
      }),
    );
  }
}

function pathsSvg(paths: readonly EdgePath[], color: string): PictureElement[] {
  return paths.flatMap(({ style, lines, heads }) => [
    element('path', {
      d: lines,
      fill: 'none',
      stroke: color,
      'stroke-width': LINES[style].width,
      'stroke-dasharray': LINES[style].dashes?.join(' '),
      'stroke-linecap': style === 'restricted' ? 'round' : undefined,
    }),
    element('path', { d: heads, fill: color }),
  ]);
}
