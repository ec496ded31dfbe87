import { VersionComparisonMetric } from '@understudy/plugin-ml-common';

/** Metrics that were measured on the same data, so that they can be compared. */
export interface MetricGroup {
  dataset?: string;
  split?: string;
  metrics: VersionComparisonMetric[];
}

/** Metrics by dataset and split, in the order in which these first appear. */
export function groupMetrics(
  metrics: VersionComparisonMetric[],
): MetricGroup[] {
  const groups = new Map<string, MetricGroup>();
  for (const metric of metrics) {
    const { dataset, split } = metric;
    const id = JSON.stringify([dataset ?? null, split ?? null]);
    const group = groups.get(id) ?? { dataset, split, metrics: [] };
    group.metrics.push(metric);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** What a group's metrics were measured on, as text; empty when not known. */
export function groupName(group: MetricGroup): string {
  return [group.dataset, group.split].filter(Boolean).join(' · ');
}
