import { Drawing } from '../layout/Drawing';
import { Rect } from './bounds';
import { isSmall } from './isSmall';
import { NodeFace } from './NodeFace';

/** Width of a letter, and height of a line, in sizes of the font. */
const LETTER = 0.6;
const LINE = 1.3;
const FEWEST_LETTERS = 5;
/** So much of the left shows the colour of the owner. */
const STRIPE = 0.06;
const PADDING = 0.3;

/** What a box is called, where that can be read from afar. */
export interface BoxLabel {
  id: string;
  text: string;
  x: number;
  y: number;
  faint: boolean;
  /** What it is written on. */
  plate: Rect;
}

/**
 * Titles for boxes that are too far to show all that they say, cut to what has
 * room in a font of that size; none where there are many, or boxes too small.
 */
export function labelBoxes(
  drawing: Pick<Drawing, 'boxes'>,
  faces: ReadonlyMap<string, Pick<NodeFace, 'title' | 'faint'>>,
  fontSize: number,
): BoxLabel[] {
  if (!isSmall(drawing)) {
    return [];
  }
  return [...drawing.boxes.values()].flatMap(({ id, x, y, width, height }) => {
    const face = faces.get(id);
    const stripe = width * STRIPE;
    const inset = PADDING * fontSize;
    const letters = Math.floor(
      (width - stripe - 2 * inset) / (LETTER * fontSize),
    );
    if (!face || letters < FEWEST_LETTERS || height < LINE * fontSize) {
      return [];
    }
    const { title, faint } = face;
    return [
      {
        id,
        faint,
        text:
          title.length <= letters ? title : `${title.slice(0, letters - 1)}…`,
        x: x + stripe + inset,
        y: y + height / 2,
        plate: { x: x + stripe, y, width: width - stripe, height },
      },
    ];
  });
}
