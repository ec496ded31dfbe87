import {
  ModelVersion,
  SignatureField,
  VersionComparison,
  VersionComparisonComponent,
  VersionComparisonField,
  VersionComparisonMetric,
} from '@understudy/plugin-ml-common';
import { MetricDefinition } from './MetricDictionary';

/**
 * Puts versions side by side. Metrics are aligned by name, dataset and split;
 * of several measurements of one, the latest counts.
 */
export function compareVersions(
  versions: ModelVersion[],
  definitions: readonly MetricDefinition[],
): VersionComparison {
  return {
    versions,
    metrics: compareMetrics(versions, definitions),
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

/** One row per key, with the item of each list that has it. */
function align<T>(
  lists: readonly (readonly T[])[],
  keyOf: (item: T) => readonly (string | null)[],
): { first: T; values: (T | null)[] }[] {
  const rows = new Map<string, { first: T; values: (T | null)[] }>();
  for (const [position, list] of lists.entries()) {
    for (const item of list) {
      const key = JSON.stringify(keyOf(item));
      const row = rows.get(key) ?? {
        first: item,
        values: lists.map(() => null),
      };
      row.values[position] = item;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function differ(values: readonly unknown[]): boolean {
  return new Set(values.map(value => JSON.stringify(value))).size > 1;
}
