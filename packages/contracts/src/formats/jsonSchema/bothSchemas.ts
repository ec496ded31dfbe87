import { isParsedObject } from '../importing/values';

/** Both schemas at once; what is no schema is kept, for the reader to refuse. */
export function bothSchemas(a: unknown, b: unknown): unknown {
  if (a === true || b === true) {
    return a === true ? b : a;
  }
  if (a === false || b === false) {
    return false;
  }
  return isParsedObject(a) && isParsedObject(b) ? { allOf: [a, b] } : a;
}
