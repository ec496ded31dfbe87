import { InputError, isError } from '@backstage/errors';
import { RE2JS } from 're2js';

const MOST_LENGTH = 1000;

/** What a pattern found in a text: its named groups that took part. */
export type NameMatch = Record<string, string>;

/** A pattern for a whole name. */
export interface NamePattern {
  /** As it was written. */
  text: string;
  /** Names of the named groups. */
  groups: readonly string[];
  match(text: string): NameMatch | undefined;
}

/**
 * Compiles a pattern that a person wrote, for an engine whose time grows with
 * the length of the text only. It has to fit the whole text.
 *
 * @throws InputError that names where the pattern comes from.
 */
export function compileNamePattern(pattern: string, at: string): NamePattern {
  if (pattern.length > MOST_LENGTH) {
    throw new InputError(
      `${at} has ${pattern.length} characters, of ${MOST_LENGTH} allowed`,
    );
  }
  const compiled = compile(pattern, at);
  const groups = Object.keys(compiled.namedGroups());
  return {
    text: pattern,
    groups,
    match(text) {
      const matcher = compiled.matcher(text);
      if (!matcher.matches()) {
        return undefined;
      }
      const found: NameMatch = {};
      for (const group of groups) {
        const value = matcher.group(group);
        if (value !== null) {
          found[group] = value;
        }
      }
      return found;
    },
  };
}

function compile(pattern: string, at: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new InputError(
      `${at}: "${pattern}" is not a regular expression as RE2 has them: ${
        isError(error) ? error.message : error
      }`,
    );
  }
}
