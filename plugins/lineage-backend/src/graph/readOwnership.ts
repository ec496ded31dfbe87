const MOST_OWNERS = 10;
const MAX_OWNER_LENGTH = 200;

/** Names in an ownership facet, as the sender calls them; what is not as it should be is passed over. */
export function readOwnership(facet: unknown): string[] {
  const owners = read(facet, 'owners');
  return (Array.isArray(owners) ? owners : [])
    .flatMap(owner => {
      const name = read(owner, 'name');
      const text = typeof name === 'string' ? name.replaceAll('\0', '') : '';
      return text.trim() === '' || text.length > MAX_OWNER_LENGTH ? [] : [text];
    })
    .slice(0, MOST_OWNERS);
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
