import { own, ParsedObject } from '../importing/values';

/** A member of a message, which JSON of protocol buffers spells `valueType` or `value_type`. */
export function feastMember(message: ParsedObject, name: string): unknown {
  const snake = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  return own(message, name) ?? own(message, snake);
}

/** A text that is not empty, which is how protocol buffers say absent. */
export function feastText(
  message: ParsedObject,
  name: string,
): string | undefined {
  const value = feastMember(message, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
