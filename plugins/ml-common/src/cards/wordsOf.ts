/** What templates leave for others to fill in. */
const TEMPLATE: readonly RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /\{\{[\s\S]*?\}\}/g,
  /\[?\bmore information (?:is )?needed\b\]?\.?/gi,
  /\[?\b(?:todo|tbd|fixme|to be (?:done|defined|written|determined))\b\]?[^\n]*/gi,
  /\blorem ipsum\b[^\n]*/gi,
  /\[(?:your|insert|describe|add|fill)\b[^\]]*\]/gi,
  /\bn\/a\b/gi,
];

/** The words of a Markdown text, without what a template left there. */
export function wordsOf(text: string): number {
  const own = TEMPLATE.reduce((rest, part) => rest.replace(part, ' '), text)
    // Headings inside of a section name something, and say nothing.
    .replace(/^ {0,3}#{1,6}[ \t].*$/gm, ' ')
    .replace(/\]\([^)]*\)/g, '] ');
  return own.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;
}
