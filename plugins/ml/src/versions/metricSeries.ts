import {
  ModelVersionSummary,
  VersionMetric,
} from '@understudy/plugin-ml-common';

/** One number that several versions may have: same metric, dataset and split. */
export interface MetricKey {
  name: string;
  dataset?: string;
  split?: string;
}

/** Text that tells metric keys apart, and stands in the address. */
export function metricKeyText(key: MetricKey): string {
  return [key.name, key.dataset ?? '', key.split ?? '']
    .join('|')
    .replace(/\|+$/, '');
}

/** The metrics that versions have, those that most of them have first. */
export function metricKeys(
  versions: { metrics: VersionMetric[] }[],
): MetricKey[] {
  const found = new Map<string, { key: MetricKey; count: number }>();
  for (const { metrics } of versions) {
    for (const { name, dataset, split } of metrics) {
      const text = metricKeyText({ name, dataset, split });
      const entry = found.get(text) ?? {
        key: { name, dataset, split },
        count: 0,
      };
      entry.count += 1;
      found.set(text, entry);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ key }) => key);
}

/** What a version measured, or undefined when it did not. */
export function metricValue(
  version: { metrics: VersionMetric[] },
  key: MetricKey,
): number | undefined {
  const text = metricKeyText(key);
  return version.metrics.find(metric => metricKeyText(metric) === text)?.value;
}

/** One metric over versions, oldest first, without those that lack it. */
export function metricSeries(
  versions: ModelVersionSummary[],
  key: MetricKey,
): { version: string; value: number }[] {
  return [...versions]
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .flatMap(version => {
      const value = metricValue(version, key);
      return value === undefined ? [] : [{ version: version.label, value }];
    });
}
