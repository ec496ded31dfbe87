import { escapeXml } from './escapeXml';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG. What it holds has to be XML already. */
export function element(
  name: string,
  attributes: Attributes,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === ''
    ? `<${name}${written}/>`
    : `<${name}${written}>${inside}</${name}>`;
}

/** A line of text. */
export function textElement(text: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(text));
}
