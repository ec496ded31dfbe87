import { LineageView, writeView } from '../explorer/view';

/** The address of the lineage of a node, shown in some way. */
export function lineagePath(
  page: string,
  root: string,
  more: Partial<LineageView> = {},
): string {
  return `${page}?${writeView(new URLSearchParams(), { ...more, root })}`;
}
