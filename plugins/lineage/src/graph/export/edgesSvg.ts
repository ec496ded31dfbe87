import { edgePaths } from '../canvas/edgePaths';
import { LINES, LOCK } from '../canvas/lineLooks';
import { Drawing } from '../layout/Drawing';
import { edgeKey } from '../model/adjacency';
import { PictureColors } from './pictureColors';
import { element, PictureElement, textElement } from './xml';

/** All connections of the picture; those that are brought out lie above the others. */
export function edgesSvg(
  drawing: Drawing,
  marks: {
    /** Keys of connections to bring out while the others step back. */
    strong?: ReadonlySet<string>;
    /** Said of what leads through something that may not be seen. */
    restricted: string;
  },
  colors: PictureColors,
): PictureElement[] {
  const { strong, restricted } = marks;
  const { edges } = drawing.flow;
  const isStrong = (edge: Parameters<typeof edgeKey>[0]) =>
    strong?.has(edgeKey(edge)) ?? false;
  const plain = edgePaths(
    edges.filter(edge => !isStrong(edge)),
    drawing,
  );
  const brought = edgePaths(edges.filter(isStrong), drawing);
  const draw = (paths: typeof plain.paths, color: string) =>
    paths.flatMap(({ style, lines, heads }) => [
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
  return [
    element(
      'g',
      { opacity: strong ? 0.25 : undefined },
      ...draw(plain.paths, colors.secondary),
    ),
    element('g', {}, ...draw(brought.paths, colors.primary)),
    ...[...plain.labels, ...brought.labels].map(({ x, y }) =>
      element(
        'g',
        { transform: `translate(${x} ${y})` },
        element('path', { d: LOCK, fill: colors.text, 'fill-rule': 'evenodd' }),
        textElement(restricted, {
          y: 20,
          'text-anchor': 'middle',
          'font-size': 11,
          fill: colors.text,
        }),
      ),
    ),
  ];
}
