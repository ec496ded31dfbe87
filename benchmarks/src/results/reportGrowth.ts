import { median, quantile } from '../measuring/quantile';
import { Report } from './Report';

/** The same thing, measured with ever more data. */
export interface Grown {
  name: string;
  /** Milliseconds for each size, in the order of the sizes. */
  times: readonly (readonly number[])[];
  /** 95 of 100 must take less than so many milliseconds, at every size. None is made about a peer. */
  promise?: number;
}

/**
 * Says how times grow with the data.
 *
 * @param options.sizes - what to call the sizes, the smallest first
 * @param options.promise - at the largest size the median may be so many times that at the smallest
 */
export function reportGrowth(options: {
  title: string;
  sizes: readonly string[];
  grown: readonly Grown[];
  promise: number;
}): Report {
  const { title, sizes, grown, promise } = options;
  const columns = sizes.flatMap(size => [`${size}: p50 ms`, 'p95 ms']);
  return {
    title,
    columns: ['', ...columns, 'growth'],
    rows: grown.map(({ name, times }) => [
      name,
      ...times.flatMap(each => [
        median(each).toFixed(1),
        quantile(each, 0.95).toFixed(1),
      ]),
      sizes.length > 1 ? growthOf(times).toFixed(1) : '-',
    ]),
    missed: grown.flatMap(({ name, times, promise: most }) => {
      if (most === undefined) {
        return [];
      }
      const slow = sizes.flatMap((size, index) => {
        const p95 = quantile(times[index], 0.95);
        return p95 < most
          ? []
          : [
              `took ${p95.toFixed(0)} ms at the 95th percentile with ${size}; promised are less than ${most} ms`,
            ];
      });
      const growth = growthOf(times);
      const grew =
        growth > promise
          ? [
              `takes ${growth.toFixed(1)} times as long with ${sizes.at(-1)} as with ${sizes[0]}; promised is at most ${promise}`,
            ]
          : [];
      return [...slow, ...grew].map(text => `${title}: '${name}' ${text}`);
    }),
  };
}

function growthOf(times: Grown['times']): number {
  return median(times[times.length - 1]) / median(times[0]);
}
