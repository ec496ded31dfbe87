/** How many things have each value, those of most first; `''` stands for none. */
export function countValues<T>(
  things: readonly T[],
  valueOf: (thing: T) => string | undefined,
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const value = valueOf(thing) ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count);
}
