import {
  EvaluationMetric,
  EvaluationSlice,
} from '@understudy/plugin-ml-common';

/** One metric on one slice. */
export interface SliceRow {
  slice: string;
  metric: EvaluationMetric;
}

/** The name of a slice: `market=de, channel=app`. */
export function sliceName(by: Record<string, string>): string {
  return Object.entries(by)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

/** The metrics that slices have, in the order in which they first appear. */
export function sliceMetrics(slices: EvaluationSlice[]): string[] {
  return [
    ...new Set(
      slices.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
    ),
  ];
}

/** The slices that have a metric, with its value. */
export function sliceRows(slices: EvaluationSlice[], name: string): SliceRow[] {
  return slices.flatMap(({ by, metrics }) => {
    const metric = metrics.find(each => each.name === name);
    return metric ? [{ slice: sliceName(by), metric }] : [];
  });
}
