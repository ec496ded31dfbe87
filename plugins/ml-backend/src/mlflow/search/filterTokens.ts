import { InputError } from '@backstage/errors';

/** A piece of a filter. */
export type FilterToken =
  | { type: 'word'; text: string }
  | { type: 'text'; value: string }
  | { type: 'mark'; text: string };

/** Longest first, so that `>=` is not read as `>`. */
const marks = ['>=', '<=', '!=', '=', '>', '<', '(', ')', ','];

/**
 * Splits a filter into words, quoted texts and marks, in one pass. A word may
 * have quoted parts, as in tags.`cost center`. Texts are quoted with either
 * mark and know no escape, as in MLflow. Throws InputError.
 */
export function readFilterTokens(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < filter.length) {
    const character = filter[at];
    if (/\s/.test(character)) {
      at += 1;
    } else if (character === "'" || character === '"') {
      const end = closing(filter, at);
      tokens.push({ type: 'text', value: filter.slice(at + 1, end) });
      at = end + 1;
    } else {
      const mark = markAt(filter, at);
      if (mark) {
        tokens.push({ type: 'mark', text: mark });
        at += mark.length;
      } else {
        const end = endOfWord(filter, at);
        tokens.push({ type: 'word', text: filter.slice(at, end) });
        at = end;
      }
    }
  }
  return tokens;
}

function markAt(filter: string, at: number): string | undefined {
  return marks.find(mark => filter.startsWith(mark, at));
}

/** A word goes on until a blank or a mark that is not quoted. */
function endOfWord(filter: string, start: number): number {
  let at = start;
  while (at < filter.length) {
    const character = filter[at];
    if (character === '`') {
      at = closing(filter, at) + 1;
    } else if ((character === '"' || character === "'") && at > start) {
      // Only after a dot: tags."cost center".
      if (filter[at - 1] !== '.') {
        return at;
      }
      at = closing(filter, at) + 1;
    } else if (/\s/.test(character) || markAt(filter, at)) {
      return at;
    } else {
      at += 1;
    }
  }
  return at;
}

function closing(filter: string, open: number): number {
  const end = filter.indexOf(filter[open], open + 1);
  if (end === -1) {
    throw new InputError(
      `filter: the ${filter[open]} at character ${open + 1} is never closed`,
    );
  }
  return end;
}
