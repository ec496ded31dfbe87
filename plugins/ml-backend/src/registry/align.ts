/** One row per key, with the item of each list that has it. */
export function align<T>(
  lists: readonly (readonly T[])[],
  keyOf: (item: T) => readonly (string | null)[],
): { first: T; values: (T | null)[] }[] {
  const rows = new Map<string, { first: T; values: (T | null)[] }>();
  for (const [position, list] of lists.entries()) {
    for (const item of list) {
      const key = JSON.stringify(keyOf(item));
      const row = rows.get(key) ?? {
        first: item,
        values: lists.map(() => null),
      };
      row.values[position] = item;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** Whether the values of a row are not all the same. */
export function differ(values: readonly unknown[]): boolean {
  return new Set(values.map(value => JSON.stringify(value))).size > 1;
}
