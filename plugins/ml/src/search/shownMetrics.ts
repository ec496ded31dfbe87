import { VersionMetric } from '@understudy/plugin-ml-common';

/** Those that were asked for first, then as many others as there is room for. */
export function shownMetrics(
  metrics: VersionMetric[],
  asked: string[],
  most: number,
): VersionMetric[] {
  const wanted = metrics.filter(({ name }) => asked.includes(name));
  const others = metrics.filter(({ name }) => !asked.includes(name));
  return [...wanted, ...others].slice(0, Math.max(most, wanted.length));
}
