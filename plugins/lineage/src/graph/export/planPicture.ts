import { boundsOf, Rect } from '../canvas/bounds';
import { EdgeStyle, styleOf } from '../canvas/edgePaths';
import { NodeFace } from '../canvas/NodeFace';
import { Drawing } from '../layout/Drawing';
import { Point } from '../layout/types';
import { edgesSvg } from './edgesSvg';
import { fitText } from './fitText';
import { legendSvg } from './legendSvg';
import { nodeSvg } from './nodeSvg';
import { PictureColors } from './pictureColors';
import { element, PictureElement, textElement } from './xml';

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

/** A picture that is laid out, and not yet written or painted. */
export interface PicturePlan {
  width: number;
  height: number;
  fontFamily: string;
  /** What it is, in words. */
  title: string;
  /** What lies below all else and around it. */
  around: readonly PictureElement[];
  /** Where what is drawn has its origin. */
  shift: Point;
  /** What is drawn, piece by piece: there may be much of it. */
  pieces(): Iterable<PictureElement>;
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
 * Lays out all of a picture, as it was arranged and not only what is in view. It is
 * made of what is known and not of what is on the page, of which only a part
 * exists at any time.
 */
export function planPicture(picture: Picture): PicturePlan {
  const { drawing, colors, heading, caption, fontFamily } = picture;
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
  return {
    width,
    height,
    fontFamily,
    title: [heading, ...caption].join('. '),
    around: [
      element('rect', { width, height, fill: colors.background }),
      ...captionSvg(picture, inner),
      ...legend.elements,
    ],
    shift: {
      x: MARGIN + (inner - box.width) / 2 - box.x,
      y: top + ROOM - box.y,
    },
    pieces: () => piecesOf(picture),
  };
}

function* piecesOf(picture: Picture): Generator<PictureElement> {
  const { drawing, faces, colors } = picture;
  yield* edgesSvg(drawing, picture, colors);
  for (const { id, shape } of drawing.flow.nodes) {
    const face = faces.get(id);
    const box: Rect | undefined = drawing.boxes.get(id);
    if (face && box) {
      const words = picture.wordsOf(face);
      yield nodeSvg({ shape, box, face, words }, colors);
    }
  }
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

function captionSvg(picture: Picture, room: number): PictureElement[] {
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
  ];
}
