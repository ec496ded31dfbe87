import { InputError } from '@backstage/errors';

/**
 * The segment that stands for everybody.
 *
 * @public
 */
export const WHOLE_SEGMENT = '*';

const MAX_LENGTH = 255;
const keyPattern = /^[a-z][a-z0-9_-]{0,62}$/;
const valuePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * Reads a segment, `*` or `key=value` pairs joined by commas in any order,
 * into its pairs sorted by key. `*` gives none.
 *
 * @throws InputError that names the text and the part that is wrong.
 * @public
 */
export function parseSegment(text: string): { key: string; value: string }[] {
  if (text.length > MAX_LENGTH) {
    throw new InputError(
      `Segment of ${text.length} characters is longer than ${MAX_LENGTH}`,
    );
  }
  if (text === WHOLE_SEGMENT) {
    return [];
  }
  const pairs = text.split(',').map(part => {
    const [key, value, ...rest] = part.split('=');
    if (
      value === undefined ||
      rest.length > 0 ||
      !keyPattern.test(key) ||
      !valuePattern.test(value)
    ) {
      throw new InputError(
        `Segment '${text}' has the part '${part}'; write '*' or key=value pairs joined by commas, such as 'market=de'`,
      );
    }
    return { key, value };
  });
  pairs.sort((a, b) => (a.key < b.key ? -1 : 1));
  const repeated = pairs.find((pair, i) => pair.key === pairs[i + 1]?.key);
  if (repeated) {
    throw new InputError(
      `Segment '${text}' has the key '${repeated.key}' more than once`,
    );
  }
  return pairs;
}

/**
 * The one spelling of a segment: pairs sorted by key.
 *
 * @throws InputError as {@link parseSegment} does.
 * @public
 */
export function normalizeSegment(text: string): string {
  const pairs = parseSegment(text);
  return pairs.length === 0
    ? WHOLE_SEGMENT
    : pairs.map(({ key, value }) => `${key}=${value}`).join(',');
}
