/**
 * Whether a text can be stored and asked for: PostgreSQL takes no text with a
 * NUL character in it, not even to find that there is none.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
