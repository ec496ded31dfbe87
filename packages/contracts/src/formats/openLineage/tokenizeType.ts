/** A part of a type string: a word, a number, a quoted name, or one sign. */
export interface TypeToken {
  kind: 'word' | 'number' | 'quoted' | 'sign' | 'end';
  /** Of words in lower case; of quoted names without the quotes. */
  text: string;
  /** As it was written. */
  raw: string;
}

const TOKEN =
  /\s*(?:([A-Za-z_][\w$]*)|(\d+)|`((?:[^`]|``)*)`|"((?:[^"]|"")*)"|([<>()[\],:!]))/y;

/** Cuts a type such as `decimal(10, 2)` into parts; nothing when a sign is in it that types have not. */
export function tokenizeType(text: string): TypeToken[] | undefined {
  const tokens: TypeToken[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) {
      return undefined;
    }
    const [, word, number, ticked, quoted, sign] = match;
    tokens.push(toToken({ word, number, name: ticked ?? quoted, sign }));
  }
  return [...tokens, { kind: 'end', text: '', raw: '' }];
}

function toToken(match: {
  word?: string;
  number?: string;
  name?: string;
  sign?: string;
}): TypeToken {
  const { word, number, name, sign } = match;
  if (word !== undefined) {
    return { kind: 'word', text: word.toLowerCase(), raw: word };
  }
  if (number !== undefined) {
    return { kind: 'number', text: number, raw: number };
  }
  return name === undefined
    ? { kind: 'sign', text: sign ?? '', raw: sign ?? '' }
    : { kind: 'quoted', text: name, raw: name };
}
