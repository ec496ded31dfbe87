import {
  ModelVersion,
  SignatureField,
  VersionComparison,
  VersionComparisonComponent,
  VersionComparisonField,
  VersionComparisonMetric,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { compareEvidence } from '../evidence/compareEvidence';
import { align, differ } from './align';
import { MetricDefinition } from './MetricDictionary';

/**
 * Puts versions side by side, with their evidence in the same order. Metrics
 * are aligned by name, dataset and split; of several measurements of one, the
 * latest counts.
 */
export function compareVersions(
  versions: ModelVersion[],
  evidence: readonly VersionEvidence[],
  definitions: readonly MetricDefinition[],
): VersionComparison {
  const compared = compareEvidence(evidence, definitions);
  return {
    versions,
    ...compared,
    metrics: withoutEvaluated(
      compareMetrics(versions, definitions),
      compared.evaluations,
    ),
    params: compareParams(versions),
    signature: [
      ...compareFields('input', versions, v => v.signature?.inputs ?? []),
      ...compareFields('output', versions, v => v.signature?.outputs ?? []),
    ],
    components: compareComponents(versions),
  };
}

function compareMetrics(
  versions: ModelVersion[],
  definitions: readonly MetricDefinition[],
): VersionComparisonMetric[] {
  const aligned = align(
    versions.map(version =>
      // Later measurements come last and replace earlier ones.
      [...version.metrics].sort((a, b) =>
        (a.observedAt ?? '').localeCompare(b.observedAt ?? ''),
      ),
    ),
    metric => [metric.name, metric.dataset ?? null, metric.split ?? null],
  );
  return aligned
    .map(({ first, values }) => {
      const definition = definitions.find(d => d.name === first.name);
      return {
        name: first.name,
        ...(first.dataset === undefined ? {} : { dataset: first.dataset }),
        ...(first.split === undefined ? {} : { split: first.split }),
        ...(definition?.unit ? { unit: definition.unit } : {}),
        ...(definition?.direction ? { direction: definition.direction } : {}),
        values: values.map(metric =>
          metric
            ? {
                rawName: metric.rawName,
                value: metric.value,
                ...(metric.observedAt ? { observedAt: metric.observedAt } : {}),
              }
            : null,
        ),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Without the rows that evaluations tell more about. One stays as soon as it
 * has a number of some version that no evaluation has.
 */
function withoutEvaluated(
  metrics: readonly VersionComparisonMetric[],
  evaluations: VersionComparison['evaluations'],
): VersionComparisonMetric[] {
  const evaluated = new Set(
    evaluations
      .filter(({ by }) => Object.keys(by).length === 0)
      .flatMap(row =>
        row.values.flatMap((value, position) =>
          value ? [seriesKey(row, position)] : [],
        ),
      ),
  );
  return metrics.filter(row =>
    row.values.some(
      (value, position) => value && !evaluated.has(seriesKey(row, position)),
    ),
  );
}

function seriesKey(
  {
    name,
    dataset,
    split,
  }: Pick<VersionComparisonMetric, 'name' | 'dataset' | 'split'>,
  position: number,
): string {
  return JSON.stringify([name, dataset ?? null, split ?? null, position]);
}

function compareParams(versions: ModelVersion[]): VersionComparison['params'] {
  return align(
    versions.map(version => version.params),
    param => [param.key],
  )
    .map(({ first, values }) => ({
      key: first.key,
      values: values.map(param => param?.value ?? null),
    }))
    .filter(({ values }) => new Set(values).size > 1)
    .sort((a, b) => a.key.localeCompare(b.key));
}

function compareFields(
  side: VersionComparisonField['side'],
  versions: ModelVersion[],
  fieldsOf: (version: ModelVersion) => SignatureField[],
): VersionComparisonField[] {
  return align(versions.map(fieldsOf), field => [field.name])
    .map(({ first, values }) => ({
      side,
      name: first.name,
      values: values.map(field =>
        field ? { type: field.type, required: field.required } : null,
      ),
    }))
    .filter(({ values }) => differ(values));
}

function compareComponents(
  versions: ModelVersion[],
): VersionComparisonComponent[] {
  return align(
    versions.map(version => version.components),
    component => [component.role, component.ref],
  ).map(({ first, values }) => {
    const pinned = values.map(component =>
      component
        ? {
            ...(component.version ? { version: component.version } : {}),
            ...(component.digest ? { digest: component.digest } : {}),
          }
        : null,
    );
    return {
      role: first.role,
      ref: first.ref,
      differs: differ(pinned),
      values: pinned,
    };
  });
}
