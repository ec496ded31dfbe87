/** The address of the lineage of a node. */
export function lineagePath(
  page: string,
  root: string,
  more: { environment?: string } = {},
): string {
  const { environment } = more;
  return `${page}?${new URLSearchParams({
    root,
    ...(environment !== undefined && { environment }),
  })}`;
}
