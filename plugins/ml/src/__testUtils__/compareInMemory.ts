import {
  EvaluationComparison,
  ModelVersion,
  VersionComparison,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { metricKeys, metricKeyText } from '../versions/metricSeries';

const DIRECTIONS: Record<string, 'higher' | 'lower'> = {
  auc: 'higher',
  log_loss: 'lower',
};

/** The comparison of versions as the backend would make it. */
export function compareInMemory(
  versions: ModelVersion[],
  evidence: VersionEvidence[],
): VersionComparison {
  return {
    versions,
    evaluations: compareEvaluations(evidence),
    data: different(
      evidence.map(({ provenance }) =>
        provenance
          .flatMap(({ data = [] }) => data)
          .map(each => [each.ref, each]),
      ),
    ).map(([ref, values]) => ({ ref, values })),
    artifacts: different(
      evidence.map(({ artifacts }) =>
        artifacts.map(({ path, digest, sizeBytes }) => [
          path,
          { digest, sizeBytes },
        ]),
      ),
    ).map(([path, values]) => ({ path, values })),
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

/** Of every evaluation that is the newest on its dataset and split. */
function compareEvaluations(
  evidence: VersionEvidence[],
): EvaluationComparison[] {
  const rows = new Map<string, EvaluationComparison>();
  evidence.forEach(({ evaluations }, index) => {
    for (const { dataset, split, evaluatedAt, ...rest } of evaluations) {
      for (const { by, metrics } of [{ by: {}, ...rest }, ...rest.slices]) {
        for (const { name, ...metric } of metrics) {
          const key = JSON.stringify([dataset, split, by, name]);
          const row = rows.get(key) ?? {
            name,
            dataset,
            split,
            by,
            direction: DIRECTIONS[name],
            values: evidence.map(() => null),
          };
          row.values[index] ??= { ...metric, evaluatedAt };
          rows.set(key, row);
        }
      }
    }
  });
  return [...rows.values()];
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
