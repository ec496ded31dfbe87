import { Rect } from '../canvas/bounds';
import { NodeFace } from '../canvas/NodeFace';
import { FlowNode } from '../model/toFlow';
import { fitText, textWidth } from './fitText';
import { markGlyph } from './markGlyph';
import { PictureColors } from './pictureColors';
import { element, PictureElement, textElement } from './xml';

const STRIPE = 6;
const PADDING = 8;
const GAP = 6;
const LINE = 18;
/** From the top of a line to what its letters stand on. */
const BASE = 13;
const SIZES = { title: 13, text: 12, small: 11 } as const;
const MARK = 14;
const MORE_PADDING = 6;

/** What one line of a node says, on the left and on the right. */
interface Line {
  text: string;
  title?: boolean;
  right?: string;
  mark?: NodeFace['mark'];
}

/** What is drawn of a node. */
export interface DrawnNode {
  shape: FlowNode['shape'];
  box: Rect;
  face: NodeFace;
  /** All that it says in words. */
  words: string;
}

/** One thing of the picture, as it looks on the canvas. */
export function nodeSvg(
  node: DrawnNode,
  colors: PictureColors,
): PictureElement {
  const { shape, box, face, words } = node;
  const { x, y, width, height } = box;
  const left = moreOf(face.hiddenUpstream);
  const right = moreOf(face.hiddenDownstream);
  const stripe = shape === 'data' ? STRIPE : 0;
  const lines = linesOf(node);
  const start = left.width + stripe + PADDING;
  const room = width - start - right.width - PADDING;
  const top = (height - lines.length * LINE) / 2;
  return element(
    'g',
    {
      transform: `translate(${x} ${y})`,
      opacity: face.faint ? 0.35 : undefined,
    },
    element('title', {}, words),
    ...frame(node, colors),
    ...(stripe === 0
      ? []
      : [
          element('rect', {
            x: left.width + 1,
            y: 1,
            width: stripe,
            height: height - 2,
            fill: face.color,
          }),
        ]),
    ...moreText(left, left.width / 2, node, colors),
    ...moreText(right, width - right.width / 2, node, colors),
    ...lines.flatMap((line, index) =>
      lineSvg(line, { x: start, y: top + index * LINE + BASE, room }, colors),
    ),
  );
}

function linesOf({ shape, face }: DrawnNode): Line[] {
  const { title, mark, badge, quality } = face;
  const lines: Line[] = [{ text: title, title: true, mark }];
  if (shape === 'group') {
    return face.detail ? [...lines, { text: face.detail }] : lines;
  }
  if (shape === 'job') {
    return badge ? [...lines, { text: badge }] : lines;
  }
  return [
    ...lines,
    {
      text: face.kindText,
      right: quality && `${quality.total - quality.failed}/${quality.total}`,
    },
    { text: face.ownerText ?? '', right: badge },
  ];
}

function frame(node: DrawnNode, colors: PictureColors): PictureElement[] {
  const { shape, face, box } = node;
  const { width, height } = box;
  const rect = (inset: number, stroke: string, strokeWidth: number) =>
    element('rect', {
      x: inset,
      y: inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: shape === 'job' ? height / 2 - inset : 4,
      fill: shape === 'job' ? colors.background : colors.paper,
      stroke,
      'stroke-width': strokeWidth,
    });
  if (shape === 'group') {
    return [rect(0.5, colors.border, 1), rect(3, colors.border, 1)];
  }
  return face.root ? [rect(1, colors.text, 2)] : [rect(0.5, colors.border, 1)];
}

function lineSvg(
  line: Line,
  at: { x: number; y: number; room: number },
  colors: PictureColors,
): PictureElement[] {
  const { x, y } = at;
  const markRoom = line.mark ? MARK + GAP : 0;
  const rightText =
    line.right && fitText(line.right, at.room / 2, { size: SIZES.small });
  const rightRoom = rightText ? textWidth(rightText, SIZES.small) + GAP : 0;
  const size = line.title ? SIZES.title : SIZES.text;
  return [
    textElement(
      fitText(line.text, at.room - markRoom - rightRoom, {
        size,
        bold: line.title,
      }),
      {
        x,
        y,
        'font-size': size,
        'font-weight': line.title ? 600 : undefined,
        fill: line.title ? colors.text : colors.secondary,
      },
    ),
    ...(rightText
      ? [
          textElement(rightText, {
            x: x + at.room,
            y,
            'text-anchor': 'end',
            'font-size': SIZES.small,
            fill: colors.text,
          }),
        ]
      : []),
    ...(line.mark ? [markSvg(line.mark, { x: x + at.room, y }, colors)] : []),
  ];
}

function markSvg(
  mark: NonNullable<NodeFace['mark']>,
  end: { x: number; y: number },
  colors: PictureColors,
): PictureElement {
  const { path, tone, outlined } = markGlyph(mark);
  return element('path', {
    d: path,
    transform: `translate(${end.x - MARK / 2} ${end.y - 4})`,
    fill: outlined ? 'none' : colors[tone],
    'fill-rule': 'evenodd',
    stroke: outlined ? colors[tone] : undefined,
    'stroke-width': outlined ? 1.4 : undefined,
  });
}

/** How many more there are on a side, as the button on the canvas says. */
function moreOf(count: number): { text: string; width: number } {
  const text = count > 0 ? `+${count}` : '';
  return {
    text,
    width: text ? textWidth(text, SIZES.text) + 2 * MORE_PADDING : 0,
  };
}

function moreText(
  more: { text: string },
  middle: number,
  { box }: DrawnNode,
  colors: PictureColors,
): PictureElement[] {
  return more.text
    ? [
        textElement(more.text, {
          x: middle,
          y: box.height / 2 + 4,
          'text-anchor': 'middle',
          'font-size': SIZES.text,
          'font-weight': 600,
          fill: colors.text,
        }),
      ]
    : [];
}
