import { boundsOf, Rect } from '../canvas/bounds';
import { EdgeStyle, styleOf } from '../canvas/edgePaths';
import { NodeFace } from '../canvas/NodeFace';
import { Drawing } from '../layout/Drawing';
import { edgesSvg } from './edgesSvg';
import { escapeXml } from './escapeXml';
import { fitText } from './fitText';
import { legendSvg } from './legendSvg';
import { nodeSvg } from './nodeSvg';
import { PictureColors } from './pictureColors';
import { element, textElement } from './xml';

/** What is drawn, and what is said about it. */
export interface Picture {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
  /** Keys of connections to bring out while the others step back. */
  strong?: ReadonlySet<string>;
  heading: string;
  /** Lines below the heading. */
  caption: readonly string[];
  /** What each kind of line means; those that are drawn are explained. */
  lines: Readonly<Record<EdgeStyle, string>>;
  /** Said of what leads through something that may not be seen. */
  restricted: string;
  /** All that a face shows in words. */
  wordsOf(face: NodeFace): string;
  colors: PictureColors;
  fontFamily: string;
}

/** A picture as a file. */
export interface PictureFile {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 24;
/** Room around the boxes, and for lines that lead back, which swing out of them. */
const ROOM = 40;
const SWING = { least: 60, share: 1 / 6 } as const;
const HEADING = { size: 18, height: 28 } as const;
const CAPTION = { size: 12, height: 18 } as const;
const LEAST_WIDTH = 560;
const STYLES: readonly EdgeStyle[] = [
  'observed',
  'declared',
  'both',
  'restricted',
];

/**
 * Writes all of a picture as SVG, as it is laid out and not only what is in
 * view. It is made of what is known and not of what is on the page, of which
 * only a part exists at any time.
 */
export function pictureSvg(picture: Picture): PictureFile {
  const { drawing, faces, colors, heading, caption } = picture;
  const box = boundsOf(drawing.boxes.values());
  const inner = Math.max(LEAST_WIDTH, box.width + 2 * swingOf(drawing));
  const width = Math.ceil(inner + 2 * MARGIN);
  const top = MARGIN + HEADING.height + caption.length * CAPTION.height;
  const below = top + ROOM + box.height + ROOM;
  const legend = legendSvg(
    explained(picture),
    { x: MARGIN, y: below, width: inner },
    colors,
  );
  const height = Math.ceil(below + legend.height + MARGIN);
  const shift = {
    x: MARGIN + (inner - box.width) / 2 - box.x,
    y: top + ROOM - box.y,
  };
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': picture.fontFamily,
      direction: 'ltr',
    },
    element('title', {}, escapeXml([heading, ...caption].join('. '))),
    element('rect', { width, height, fill: colors.background }),
    captionSvg(picture, inner),
    element(
      'g',
      { transform: `translate(${shift.x} ${shift.y})` },
      edgesSvg(drawing, picture, colors),
      ...drawing.flow.nodes.map(({ id, shape }) => {
        const face = faces.get(id);
        const at: Rect | undefined = drawing.boxes.get(id);
        return face && at
          ? nodeSvg(
              { shape, box: at, face, words: picture.wordsOf(face) },
              colors,
            )
          : '';
      }),
    ),
    legend.svg,
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}`,
    width,
    height,
  };
}

/** How far lines get out of the boxes sideways at most. */
function swingOf({ flow, boxes }: Drawing): number {
  return flow.edges.reduce((most, { source, target }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    const back = from && to ? from.x + from.width - to.x : 0;
    return back > 0 ? Math.max(most, SWING.least + back * SWING.share) : most;
  }, ROOM);
}

function explained({ drawing, lines }: Picture) {
  const drawn = new Set(drawing.flow.edges.map(styleOf));
  return STYLES.filter(style => drawn.has(style)).map(style => ({
    style,
    text: lines[style],
  }));
}

function captionSvg(picture: Picture, room: number): string {
  const { heading, caption, colors } = picture;
  return [
    textElement(fitText(heading, room, { size: HEADING.size, bold: true }), {
      x: MARGIN,
      y: MARGIN + HEADING.size,
      'font-size': HEADING.size,
      'font-weight': 600,
      fill: colors.text,
    }),
    ...caption.map((line, index) =>
      textElement(fitText(line, room, { size: CAPTION.size }), {
        x: MARGIN,
        y: MARGIN + HEADING.height + index * CAPTION.height + CAPTION.size,
        'font-size': CAPTION.size,
        fill: colors.secondary,
      }),
    ),
  ].join('');
}
