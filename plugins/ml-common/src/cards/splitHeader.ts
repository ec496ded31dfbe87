/** A card in two parts that make the text again when they are joined. */
export interface SplitCard {
  /** With both lines of dashes and the line break after them. */
  header: string;
  /** The YAML between the lines of dashes. */
  yaml: string;
  body: string;
  /** The header begins and does not end. */
  isOpen: boolean;
}

const FENCE = /^---[ \t]*$/;

/** Takes off the block of YAML that a card may begin with. */
export function splitHeader(text: string): SplitCard {
  const none = { header: '', yaml: '', body: text, isOpen: false };
  const start = /^\uFEFF?(?:[ \t]*\r?\n)*/.exec(text)?.[0].length ?? 0;
  const first = lineAt(text, start);
  if (!FENCE.test(first.line)) {
    return none;
  }
  for (let at = first.next; at < text.length;) {
    const { line, next } = lineAt(text, at);
    if (FENCE.test(line)) {
      return {
        header: text.slice(0, next),
        yaml: text.slice(first.next, at),
        body: text.slice(next),
        isOpen: false,
      };
    }
    at = next;
  }
  return { ...none, isOpen: true };
}

function lineAt(text: string, at: number): { line: string; next: number } {
  const end = text.indexOf('\n', at);
  return end === -1
    ? { line: text.slice(at), next: text.length }
    : { line: text.slice(at, end).replace(/\r$/, ''), next: end + 1 };
}
