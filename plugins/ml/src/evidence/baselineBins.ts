import { DriftBaseline } from '@understudy/plugin-ml-common';
import { formatNumber } from '../pieces/formatNumber';

/** One bar of the histogram of a baseline. */
export interface BaselineBin {
  name: string;
  count: number;
  /** Of all rows in bins, 0 to 1. */
  share: number;
}

/** The bins of a baseline by name: `10 to 50`, or a category. */
export function baselineBins(
  baseline: Pick<DriftBaseline, 'edges' | 'categories' | 'counts'>,
): BaselineBin[] {
  const { edges, categories, counts } = baseline;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, index) => ({
    name:
      categories?.[index] ??
      (edges
        ? `${formatNumber(edges[index])} to ${formatNumber(edges[index + 1])}`
        : String(index + 1)),
    count,
    share: all > 0 ? count / all : 0,
  }));
}
