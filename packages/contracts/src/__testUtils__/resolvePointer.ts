/** What a JSON Pointer leads to; throws where it leads nowhere. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>((value, part) => {
      if (
        typeof value !== 'object' ||
        value === null ||
        (value as Record<string, unknown>)[part] === undefined
      ) {
        throw new Error(`${pointer} leads nowhere at ${part}`);
      }
      return (value as Record<string, unknown>)[part];
    }, document);
}
