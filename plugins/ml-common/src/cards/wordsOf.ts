/** What templates leave for others to fill in. */
const TEMPLATE: readonly RegExp[] = [
  /\[?\bmore information (?:is )?needed\b\]?\.?/gi,
  /\[?\b(?:todo|tbd|fixme|to be (?:done|defined|written|determined))\b\]?[^\n]*/gi,
  /\blorem ipsum\b[^\n]*/gi,
  /\[(?:your|insert|describe|add|fill)\b[^\]]{0,200}\]/gi,
  /\bn\/a\b/gi,
];

/** The words of a Markdown text, without what a template left there. */
export function wordsOf(text: string): number {
  const said = without(without(text, '<!--', '-->'), '{{', '}}');
  const own = TEMPLATE.reduce((rest, part) => rest.replace(part, ' '), said)
    // Headings inside of a section name something, and say nothing.
    .replace(/^ {0,3}#{1,6}[ \t].*$/gm, ' ')
    .replace(/\]\([^)]{0,500}\)/g, '] ');
  return own.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;
}

/** A text without what stands between two marks; a mark that nothing closes is text. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) {
      return [...kept, text.slice(at)].join(' ');
    }
    kept.push(text.slice(at, start));
    at = end + close.length;
  }
}
