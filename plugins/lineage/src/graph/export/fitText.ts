/** Widths of letters in sizes of the font: too wide rather than too narrow. */
const NARROW = 0.32;
const USUAL = 0.57;
const UPPER = 0.7;
const BROAD = 0.9;
const FULL = 1.15;
const BOLD = 1.16;

const ELLIPSIS = '…';

/** What people take for one letter, such as a flag, is never cut in two. */
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const PLAIN = /^[ -~]*$/;

/** The letters of a text. Most texts are plain, and taken apart a hundred times as fast. */
function lettersOf(text: string): Iterable<string> {
  return PLAIN.test(text)
    ? text
    : Array.from(letters.segment(text), ({ segment }) => segment);
}

const widths = new Map<string, number>();
/** More different letters than that are not kept. */
const MOST_KEPT = 2_000;

function widthOfLetter(letter: string): number {
  const known = widths.get(letter);
  if (known !== undefined) {
    return known;
  }
  const width = measure(letter);
  if (widths.size < MOST_KEPT) {
    widths.set(letter, width);
  }
  return width;
}

function measure(letter: string): number {
  if (/^[ .,:;|!'`()[\]{}/\\fijlrtI-]$/.test(letter)) {
    return NARROW;
  }
  if (/^[mwMW@%]$/.test(letter)) {
    return BROAD;
  }
  if (/^\p{Lu}/u.test(letter)) {
    return UPPER;
  }
  // From here on letters are as wide as they are high: Hangul, Han, emoji.
  return (letter.codePointAt(0) ?? 0) >= 0x1100 ? FULL : USUAL;
}

/** About how wide a text is drawn. There is no font to measure with. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of lettersOf(text)) {
    width += widthOfLetter(letter);
  }
  return width * size * (bold ? BOLD : 1);
}

/** A text, cut to what has room. */
export function fitText(
  text: string,
  room: number,
  options: { size: number; bold?: boolean },
): string {
  const { size, bold } = options;
  const unit = size * (bold ? BOLD : 1);
  let width = 0;
  let fitting = '';
  for (const letter of lettersOf(text)) {
    width += widthOfLetter(letter) * unit;
    if (width > room) {
      return cut(fitting, room - unit, unit);
    }
    fitting += letter;
  }
  return text;
}

/** Makes room for the dots. */
function cut(text: string, room: number, unit: number): string {
  let width = 0;
  let kept = '';
  for (const letter of lettersOf(text)) {
    width += widthOfLetter(letter) * unit;
    if (width > room) {
      break;
    }
    kept += letter;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}
