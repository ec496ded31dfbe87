/** Appends keys and indexes to a JSON Pointer (RFC 6901). */
export function pointerTo(
  pointer: string,
  ...keys: (string | number)[]
): string {
  return keys.reduce<string>(
    (path, key) =>
      `${path}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    pointer,
  );
}

/** The keys of a JSON Pointer, unescaped. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}
