/** Throws unless both are the same nodes, each once, in whatever order. */
export function requireSameNodes(
  what: string,
  expected: Iterable<number>,
  found: readonly number[],
): void {
  const missing = new Set(expected);
  const { size } = missing;
  const strangers = found.filter(node => !missing.delete(node));
  if (strangers.length > 0 || missing.size > 0) {
    throw new Error(
      `${what} found ${found.length} of ${size} nodes: ${missing.size} are missing, ${strangers.length} do not belong there`,
    );
  }
}
