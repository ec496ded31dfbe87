import { describeValue } from './describeValue';
import { EntityProblem } from './EntityProblem';

/**
 * Checks that no two items of a list have the same key. Items without a key,
 * or that are no objects, are the schema's business.
 */
export function checkUnique(
  list: unknown,
  path: string,
  keyNames: readonly string[],
): EntityProblem[] {
  if (!Array.isArray(list)) {
    return [];
  }
  const firstIndex = new Map<string, number>();
  return list.flatMap((item, index) => {
    if (typeof item !== 'object' || item === null) {
      return [];
    }
    const key = keyNames.map(name => item[name] ?? null);
    if (key.every(part => part === null)) {
      return [];
    }
    const text = JSON.stringify(key);
    const known = firstIndex.get(text);
    if (known === undefined) {
      firstIndex.set(text, index);
      return [];
    }
    const shown = keyNames
      .filter(name => item[name] !== undefined)
      .map(name => `${name} ${describeValue(item[name])}`)
      .join(', ');
    return [
      {
        path: `${path}[${index}]`,
        message: `has the same ${shown} as ${path}[${known}]; each may appear once`,
      },
    ];
  });
}
