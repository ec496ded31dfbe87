import { PicturePlan } from './planPicture';
import { element, openTag, toXml } from './xml';

/** Writes a picture as a file of SVG. It pauses after each piece. */
export function* writeSvg(plan: PicturePlan): Generator<void, string> {
  const { width, height, fontFamily, title, around, shift } = plan;
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    openTag('svg', {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fontFamily,
      direction: 'ltr',
    }),
    toXml(element('title', {}, title)),
    ...around.map(toXml),
    openTag('g', { transform: `translate(${shift.x} ${shift.y})` }),
  ];
  for (const piece of plan.pieces()) {
    parts.push(toXml(piece));
    yield;
  }
  return [...parts, '</g></svg>'].join('');
}
