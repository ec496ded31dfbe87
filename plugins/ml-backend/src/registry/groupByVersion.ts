/** Rows of another table by the version that they belong to, in their order. */
export function groupByVersion<T extends { version_id: string }>(
  rows: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.version_id);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.version_id, [row]);
    }
  }
  return groups;
}
