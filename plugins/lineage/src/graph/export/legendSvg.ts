import { EdgeStyle } from '../canvas/edgePaths';
import { LINES } from '../canvas/lineLooks';
import { textWidth } from './fitText';
import { PictureColors } from './pictureColors';
import { element, PictureElement, textElement } from './xml';

const SIZE = 12;
const SAMPLE = 36;
const GAP = 8;
const APART = 24;
const LINE = 20;

/** What the lines of the picture mean, in the order given, in as many rows as it takes. */
export function legendSvg(
  lines: readonly { style: EdgeStyle; text: string }[],
  at: { x: number; y: number; width: number },
  colors: PictureColors,
): { elements: PictureElement[]; height: number } {
  let x = 0;
  let row = 0;
  const items = lines.flatMap(({ style, text }) => {
    const width = SAMPLE + GAP + textWidth(text, SIZE);
    if (x > 0 && x + width > at.width) {
      x = 0;
      row += 1;
    }
    const left = at.x + x;
    const middle = at.y + row * LINE + LINE / 2;
    x += width + APART;
    return [
      element('path', {
        d: `M${left} ${middle}h${SAMPLE}`,
        stroke: colors.secondary,
        'stroke-width': LINES[style].width,
        'stroke-dasharray': LINES[style].dashes?.join(' '),
        'stroke-linecap': style === 'restricted' ? 'round' : undefined,
      }),
      textElement(text, {
        x: left + SAMPLE + GAP,
        y: middle + 4,
        'font-size': SIZE,
        fill: colors.secondary,
      }),
    ];
  });
  return {
    elements: items,
    height: lines.length === 0 ? 0 : (row + 1) * LINE,
  };
}
