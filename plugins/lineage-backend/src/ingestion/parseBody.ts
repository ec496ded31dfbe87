import { InputError, isError } from '@backstage/errors';
import { isUtf8 } from 'node:buffer';
import { MAX_DEPTH } from './limits';

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] =
  Buffer.from('"\\[]{}');

/**
 * Reads JSON. Texts that are not UTF-8 are refused: replacing what is wrong in
 * them would make names of things that do not exist.
 */
export function parseBody(body: Buffer): unknown {
  if (body.length === 0) {
    throw new InputError('The body is empty: expected JSON');
  }
  if (!isUtf8(body)) {
    throw new InputError('The body is not UTF-8');
  }
  checkDepth(body);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `The body is not JSON: ${isError(error) ? error.message : error}`,
    );
  }
}

/** What is nested without end cannot be walked. */
function checkDepth(body: Buffer): void {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (inText) {
      if (byte === BACKSLASH) {
        at++;
      } else if (byte === QUOTE) {
        inText = false;
      }
    } else if (byte === QUOTE) {
      inText = true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth++;
      if (depth > MAX_DEPTH) {
        throw new InputError(
          `The body is nested deeper than the ${MAX_DEPTH} levels allowed`,
        );
      }
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth--;
    }
  }
}
