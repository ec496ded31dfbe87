import { PictureElement } from '../xml';

/** What we use of a context to paint on, of a page or of a worker. */
export type PaintContext = Pick<
  CanvasRenderingContext2D & OffscreenCanvasRenderingContext2D,
  | 'beginPath'
  | 'direction'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineCap'
  | 'lineWidth'
  | 'restore'
  | 'roundRect'
  | 'save'
  | 'scale'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'translate'
>;

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

/**
 * Paints an element of a picture, of the kinds that pictures are made of and no
 * others. An SVG cannot be drawn by a worker, and blocks the page for as long as
 * all of it takes.
 */
export function paintElement(
  context: PaintContext,
  { name, attributes, content }: PictureElement,
  fontFamily: string,
): void {
  context.save();
  const [, x, y] =
    /^translate\((\S+) (\S+)\)$/.exec(String(attributes.transform ?? '')) ?? [];
  context.translate(Number(x ?? 0), Number(y ?? 0));
  context.globalAlpha *= Number(attributes.opacity ?? 1);
  switch (name) {
    case 'g':
      for (const part of content) {
        if (typeof part !== 'string') {
          paintElement(context, part, fontFamily);
        }
      }
      break;
    case 'rect':
      context.beginPath();
      context.roundRect(
        Number(attributes.x ?? 0),
        Number(attributes.y ?? 0),
        Number(attributes.width),
        Number(attributes.height),
        Number(attributes.rx ?? 0),
      );
      paintShape(context, attributes);
      break;
    case 'path':
      paintShape(context, attributes, new Path2D(String(attributes.d)));
      break;
    case 'text':
      paintText(context, attributes, content.join(''), fontFamily);
      break;
    default: // What is only said, such as a title, leaves no mark.
  }
  context.restore();
}

function paintShape(
  context: PaintContext,
  attributes: PictureElement['attributes'],
  path?: Path2D,
): void {
  const { fill = 'none', stroke } = attributes;
  if (fill !== 'none') {
    context.fillStyle = String(fill);
    const rule = attributes['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero';
    if (path) {
      context.fill(path, rule);
    } else {
      context.fill(rule);
    }
  }
  if (stroke !== undefined) {
    context.strokeStyle = String(stroke);
    context.lineWidth = Number(attributes['stroke-width'] ?? 1);
    context.setLineDash(
      String(attributes['stroke-dasharray'] ?? '')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
    context.lineCap =
      attributes['stroke-linecap'] === 'round' ? 'round' : 'butt';
    if (path) {
      context.stroke(path);
    } else {
      context.stroke();
    }
  }
}

function paintText(
  context: PaintContext,
  attributes: PictureElement['attributes'],
  text: string,
  fontFamily: string,
): void {
  context.font = `${attributes['font-weight'] ?? 400} ${attributes['font-size']}px ${fontFamily}`;
  context.direction = 'ltr';
  context.textAlign = ALIGN[attributes['text-anchor'] ?? 'start'];
  context.fillStyle = String(attributes.fill);
  context.fillText(text, Number(attributes.x ?? 0), Number(attributes.y ?? 0));
}
