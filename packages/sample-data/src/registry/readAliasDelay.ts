import { readFile } from 'node:fs/promises';
import { ifPresent } from './ifPresent';

/** How long a server takes to move an alias, in seconds. */
export interface AliasDelay {
  /** Until the alias has moved. */
  before: number;
  /** Until the server says that it has. */
  after: number;
}

/** The longest delay that is taken seriously, in seconds. */
const MAX_SECONDS = 60;

/**
 * Reads the file that makes a server slow, such as
 * `{"before": 5, "after": 5}`. Without the file there is no delay. Throws when
 * it holds something else.
 */
export async function readAliasDelay(path: string): Promise<AliasDelay> {
  const text = await ifPresent(() => readFile(path, 'utf8'));
  const value: unknown = text === undefined ? {} : JSON.parse(text);
  return {
    before: readSeconds(value, 'before', path),
    after: readSeconds(value, 'after', path),
  };
}

function readSeconds(value: unknown, key: string, path: string): number {
  const seconds =
    typeof value === 'object' && value !== null && key in value
      ? Reflect.get(value, key)
      : 0;
  if (
    typeof seconds !== 'number' ||
    !(seconds >= 0 && seconds <= MAX_SECONDS)
  ) {
    throw new Error(
      `${path} says that '${key}' is ${JSON.stringify(seconds)}; expected 0 to ${MAX_SECONDS} seconds`,
    );
  }
  return seconds;
}
