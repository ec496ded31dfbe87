import { InputError } from '@backstage/errors';
import { FilterToken, readFilterTokens } from './filterTokens';

const MAX_CONDITIONS = 20;
const MAX_LIST = 100;
/** More wildcards make some databases slow and no question clearer. */
const MAX_WILDCARDS = 20;

const textComparators = ['=', '!=', 'LIKE', 'ILIKE'] as const;
const listComparators = ['IN', 'NOT IN'] as const;
const numberComparators = ['=', '!=', '>', '>=', '<', '<='] as const;

export type TextComparator = (typeof textComparators)[number];
export type ListComparator = (typeof listComparators)[number];
export type NumberComparator = (typeof numberComparators)[number];

/** One condition of a filter. All of them must hold. */
export type FilterCondition =
  | { on: 'tag'; key: string; comparator: TextComparator; value: string }
  | { on: 'text'; key: string; comparator: TextComparator; value: string }
  | { on: 'list'; key: string; comparator: ListComparator; value: string[] }
  | { on: 'number'; key: string; comparator: NumberComparator; value: number };

/** What a search can be narrowed by, besides tags. */
export type FilterAttributes = Record<
  string,
  { type: 'text' | 'number'; lists?: boolean }
>;

/**
 * Reads a filter in MLflow's syntax: conditions joined by AND. Throws
 * InputError that says what was not understood.
 */
export function parseFilter(
  filter: string,
  attributes: FilterAttributes,
): FilterCondition[] {
  const tokens = readFilterTokens(filter);
  const conditions: FilterCondition[] = [];
  while (tokens.length > 0) {
    if (conditions.length > 0) {
      expectWord(tokens.shift(), 'AND');
    }
    if (conditions.length === MAX_CONDITIONS) {
      throw new InputError(`filter has more than ${MAX_CONDITIONS} conditions`);
    }
    conditions.push(readCondition(tokens, attributes));
  }
  return conditions;
}

function readCondition(
  tokens: FilterToken[],
  attributes: FilterAttributes,
): FilterCondition {
  const { on, key } = readIdentifier(tokens.shift(), attributes);
  const comparator = readComparator(tokens);
  if (on === 'tag') {
    return {
      on,
      key,
      comparator: oneOf(textComparators, comparator, `tags.${key}`),
      value: readPattern(readText(tokens.shift(), `tags.${key}`), comparator),
    };
  }
  const { type, lists } = attributes[key];
  if (type === 'number') {
    return {
      on: 'number',
      key,
      comparator: oneOf(numberComparators, comparator, key),
      value: readNumber(tokens.shift(), key),
    };
  }
  if (lists && listComparators.some(one => one === comparator)) {
    return {
      on: 'list',
      key,
      comparator: oneOf(listComparators, comparator, key),
      value: readList(tokens, key),
    };
  }
  return {
    on: 'text',
    key,
    comparator: oneOf(textComparators, comparator, key),
    value: readPattern(readText(tokens.shift(), key), comparator),
  };
}

function readIdentifier(
  token: FilterToken | undefined,
  attributes: FilterAttributes,
): { on: 'tag' | 'attribute'; key: string } {
  if (token?.type !== 'word') {
    throw new InputError(
      `filter: ${show(token)} stands where an attribute or a tag is expected`,
    );
  }
  const dot = token.text.startsWith('`') ? -1 : token.text.indexOf('.');
  const prefix = dot === -1 ? 'attribute' : token.text.slice(0, dot);
  const key = unquote(token.text.slice(dot + 1));
  if (['tag', 'tags'].includes(prefix) && key !== '') {
    return { on: 'tag', key };
  }
  if (['attribute', 'attributes'].includes(prefix) && key in attributes) {
    return { on: 'attribute', key };
  }
  throw new InputError(
    `filter: '${token.text}' is neither a tag, as in tags.\`key\`, nor one of ${Object.keys(attributes).join(', ')}`,
  );
}

function readComparator(tokens: FilterToken[]): string {
  const token = tokens.shift();
  if (!token || token.type === 'text') {
    throw new InputError(
      `filter: ${show(token)} stands where a comparison is expected`,
    );
  }
  const text = token.text.toUpperCase();
  if (text !== 'NOT') {
    return text;
  }
  expectWord(tokens.shift(), 'IN');
  return 'NOT IN';
}

function readText(token: FilterToken | undefined, name: string): string {
  if (token?.type !== 'text') {
    throw new InputError(
      `filter: ${name} is compared with ${show(token)}; a text in quotes is expected`,
    );
  }
  return token.value;
}

function readPattern(value: string, comparator: string): string {
  const wildcards = value.match(/[%_]/g)?.length ?? 0;
  if (comparator.endsWith('LIKE') && wildcards > MAX_WILDCARDS) {
    throw new InputError(
      `filter: '${value}' has ${wildcards} wildcards; at most ${MAX_WILDCARDS} are allowed`,
    );
  }
  return value;
}

function readNumber(token: FilterToken | undefined, name: string): number {
  const text = token?.type === 'text' ? token.value : token?.text;
  if (text === undefined || !/^\d{1,9}$/.test(text)) {
    throw new InputError(
      `filter: ${name} is compared with ${show(token)}; a whole number of at most nine digits is expected`,
    );
  }
  return Number(text);
}

function readList(tokens: FilterToken[], name: string): string[] {
  const values: string[] = [];
  expectMark(tokens.shift(), '(');
  do {
    values.push(readText(tokens.shift(), name));
    if (values.length > MAX_LIST) {
      throw new InputError(
        `filter: the list of ${name} has more than ${MAX_LIST} values`,
      );
    }
  } while (isMark(tokens[0], ',') && tokens.shift());
  expectMark(tokens.shift(), ')');
  return values;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  comparator: string,
  name: string,
): T {
  const found = allowed.find(one => one === comparator);
  if (!found) {
    throw new InputError(
      `filter: ${name} cannot be compared by '${comparator}'; allowed are ${allowed.join(', ')}`,
    );
  }
  return found;
}

function expectWord(token: FilterToken | undefined, word: string): void {
  if (token?.type !== 'word' || token.text.toUpperCase() !== word) {
    throw new InputError(
      `filter: ${show(token)} stands where ${word} is expected`,
    );
  }
}

function expectMark(token: FilterToken | undefined, mark: string): void {
  if (!isMark(token, mark)) {
    throw new InputError(
      `filter: ${show(token)} stands where '${mark}' is expected`,
    );
  }
}

function isMark(token: FilterToken | undefined, mark: string): boolean {
  return token?.type === 'mark' && token.text === mark;
}

function unquote(text: string): string {
  const quoted = /^([`"'])(.*)\1$/s.exec(text);
  return quoted ? quoted[2] : text;
}

function show(token: FilterToken | undefined): string {
  if (!token) {
    return 'its end';
  }
  const text = token.type === 'text' ? token.value : token.text;
  return `'${text.length > 100 ? `${text.slice(0, 100)}...` : text}'`;
}
