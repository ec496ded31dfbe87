import { LineageNode } from '@understudy/plugin-lineage-common';
import { NodeName } from '../names/NodeName';

/** Columns by which the table can be put in order. */
export const SORTABLE = [
  'title',
  'kind',
  'owner',
  'distance',
  'lastRun',
  'lastSeen',
] as const;

/** One of {@link SORTABLE}. */
export type SortColumn = (typeof SORTABLE)[number];

/** The order of the table. */
export interface TableSort {
  by: SortColumn;
  descending: boolean;
}

/** One thing of the graph as a row. */
export interface TableRow {
  node: LineageNode;
  name: NodeName;
}

/**
 * Hops from the root, below zero upstream; undefined for what only a side way
 * leads to. On a cycle the shorter way counts.
 */
export function signedDistance({
  distance,
}: Pick<LineageNode, 'distance'>): number | undefined {
  const { upstream, downstream } = distance;
  if (downstream !== undefined && (upstream ?? Infinity) >= downstream) {
    return downstream;
  }
  return upstream === undefined ? undefined : -upstream;
}

/** The rows in order. What has no value comes last, whichever way round. */
export function sortRows(
  rows: readonly TableRow[],
  sort: TableSort,
): TableRow[] {
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a, sort.by), valueOf(b, sort.by)];
    if (left === undefined || right === undefined) {
      return (
        Number(left === undefined) - Number(right === undefined) ||
        byTitle(a, b)
      );
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right));
    return sign * order || byTitle(a, b);
  });
}

function byTitle(a: TableRow, b: TableRow): number {
  return a.name.title.localeCompare(b.name.title);
}

function valueOf(
  { node, name }: TableRow,
  by: SortColumn,
): string | number | undefined {
  switch (by) {
    case 'kind':
      return name.kindText;
    case 'owner':
      return name.ownerName;
    case 'distance':
      return signedDistance(node);
    case 'lastRun':
      return node.lastRun?.at;
    case 'lastSeen':
      return node.lastSeen;
    default:
      return name.title;
  }
}
