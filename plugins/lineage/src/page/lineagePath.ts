/** The address of the lineage of a node. */
export function lineagePath(page: string, root: string): string {
  return `${page}?${new URLSearchParams({ root })}`;
}
