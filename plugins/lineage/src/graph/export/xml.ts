import { escapeXml } from './escapeXml';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG. It is written into a file, or painted: see `paintElement`. */
export interface PictureElement {
  name: string;
  attributes: Attributes;
  /** Elements and texts. */
  content: readonly (PictureElement | string)[];
}

export function element(
  name: string,
  attributes: Attributes,
  ...content: PictureElement['content']
): PictureElement {
  return { name, attributes, content };
}

/** A line of text. */
export function textElement(
  text: string,
  attributes: Attributes,
): PictureElement {
  return element('text', attributes, text);
}

/** An element as text. */
export function toXml({ name, attributes, content }: PictureElement): string {
  const inside = content
    .map(part => (typeof part === 'string' ? escapeXml(part) : toXml(part)))
    .join('');
  return inside === ''
    ? `${openTag(name, attributes).slice(0, -1)}/>`
    : `${openTag(name, attributes)}${inside}</${name}>`;
}

/** The start of an element whose content is written bit by bit. */
export function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return `<${name}${written}>`;
}
