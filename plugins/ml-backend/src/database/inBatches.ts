/**
 * Splits a list so that no statement carries more values than a database
 * takes: SQLite stops at 32,766 bound values.
 */
export function inBatches<T>(items: readonly T[], size = 500): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size));
  }
  return batches;
}
