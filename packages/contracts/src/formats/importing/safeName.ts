/** Characters that are looked at: enough for a name of 63. */
const MAX_READ = 500;

/** A text as a name that refs of entities can have; nothing of it may be left. */
export function safeName(text: string): string {
  const name = text
    .slice(0, MAX_READ)
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, '');
  return name === '' ? 'data' : name;
}
