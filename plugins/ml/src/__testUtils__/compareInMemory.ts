import { ModelVersion, VersionComparison } from '@understudy/plugin-ml-common';
import { metricKeys, metricKeyText } from '../versions/metricSeries';

const DIRECTIONS: Record<string, 'higher' | 'lower'> = {
  auc: 'higher',
  log_loss: 'lower',
};

/** The comparison of versions as the backend would make it. */
export function compareInMemory(versions: ModelVersion[]): VersionComparison {
  return {
    versions,
    evaluations: [],
    data: [],
    artifacts: [],
    truncated: [],
    metrics: metricKeys(versions).map(key => ({
      ...key,
      direction: DIRECTIONS[key.name],
      values: versions.map(
        ({ metrics }) =>
          metrics.find(m => metricKeyText(m) === metricKeyText(key)) ?? null,
      ),
    })),
    params: different(
      versions.map(({ params }) => params.map(p => [p.key, p.value])),
    ).map(([key, values]) => ({ key, values })),
    signature: different(
      versions.map(({ signature }) =>
        (signature?.inputs ?? []).map(field => [field.name, field]),
      ),
    ).map(([name, values]) => ({ side: 'input', name, values })),
    components: different(
      versions.map(({ components }) =>
        components.map(component => [component.ref, component]),
      ),
    ).map(([ref, values]) => ({
      role: values.find(value => value)?.role ?? 'base',
      ref,
      differs: true,
      values,
    })),
  };
}

function different<T>(lists: [string, T][][]): [string, (T | null)[]][] {
  const maps = lists.map(list => new Map(list));
  const names = new Set(lists.flatMap(list => list.map(([name]) => name)));
  return [...names]
    .map((name): [string, (T | null)[]] => [
      name,
      maps.map(map => map.get(name) ?? null),
    ])
    .filter(
      ([, values]) => new Set(values.map(v => JSON.stringify(v))).size > 1,
    );
}
