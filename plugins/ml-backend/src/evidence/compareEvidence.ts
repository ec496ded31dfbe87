import { canonicalJson } from '@understudy/contracts';
import {
  EvaluationComparison,
  EvaluationMetric,
  VersionComparison,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { MetricDefinition } from '../registry/MetricDictionary';
import { align, differ } from '../registry/align';
import { WHOLE_DATASET } from './NormalizedAddition';

/** Rows that one comparison holds of each kind. */
const ROW_LIMIT = 2000;

type Row = EvaluationMetric & {
  dataset: string;
  datasetDigest?: string;
  split?: string;
  /** Canonical JSON. */
  slice: string;
  evaluatedAt: string;
};

/**
 * Puts the evidence of versions side by side: the latest evaluation of each
 * series, and what differs of their data and artifacts. Pure.
 */
export function compareEvidence(
  evidence: readonly VersionEvidence[],
  definitions: readonly MetricDefinition[],
): Pick<VersionComparison, 'evaluations' | 'data' | 'artifacts' | 'truncated'> {
  const all = {
    evaluations: compareEvaluations(evidence, definitions),
    data: compareData(evidence),
    artifacts: compareArtifacts(evidence),
  };
  return {
    evaluations: all.evaluations.slice(0, ROW_LIMIT),
    data: all.data.slice(0, ROW_LIMIT),
    artifacts: all.artifacts.slice(0, ROW_LIMIT),
    truncated: [
      ...(['evaluations', 'artifacts'] as const).filter(kind =>
        evidence.some(({ truncated }) => truncated.includes(kind)),
      ),
      ...(['evaluations', 'data', 'artifacts'] as const).filter(
        kind => all[kind].length > ROW_LIMIT,
      ),
    ].filter((kind, index, kinds) => kinds.indexOf(kind) === index),
  };
}

function compareEvaluations(
  evidence: readonly VersionEvidence[],
  definitions: readonly MetricDefinition[],
): EvaluationComparison[] {
  const definitionOf = new Map(definitions.map(one => [one.name, one]));
  return align(
    evidence.map(rowsOf),
    ({ name, dataset, datasetDigest, split, slice }) => [
      name,
      dataset,
      datasetDigest ?? null,
      split ?? null,
      slice,
    ],
  )
    .sort((a, b) => compare(orderOf(a.first), orderOf(b.first)))
    .map(({ first, values }): EvaluationComparison => {
      const definition = definitionOf.get(first.name);
      return {
        name: first.name,
        dataset: first.dataset,
        ...(first.datasetDigest ? { datasetDigest: first.datasetDigest } : {}),
        ...(first.split ? { split: first.split } : {}),
        by: JSON.parse(first.slice),
        ...(definition?.unit ? { unit: definition.unit } : {}),
        ...(definition?.direction ? { direction: definition.direction } : {}),
        values: values.map(
          row =>
            row && {
              rawName: row.rawName,
              value: row.value,
              ...(row.ci ? { ci: row.ci } : {}),
              ...(row.n === undefined ? {} : { n: row.n }),
              evaluatedAt: row.evaluatedAt,
            },
        ),
      };
    });
}

/** Oldest first: where rows are aligned, later ones replace earlier ones. */
function rowsOf({ evaluations }: VersionEvidence): Row[] {
  return [...evaluations].reverse().flatMap(evaluation => {
    const { dataset, datasetDigest, split, evaluatedAt } = evaluation;
    const about = { dataset, datasetDigest, split, evaluatedAt };
    return [
      ...evaluation.metrics.map(metric => ({
        ...metric,
        ...about,
        slice: WHOLE_DATASET,
      })),
      ...evaluation.slices.flatMap(({ by, metrics }) =>
        metrics.map(metric => ({
          ...metric,
          ...about,
          slice: canonicalJson(by),
        })),
      ),
    ];
  });
}

/** Whole datasets first, then by what people look for. */
function orderOf(row: Row): string[] {
  return [
    row.slice === WHOLE_DATASET ? '' : row.slice,
    row.name,
    row.dataset,
    row.split ?? '',
    row.datasetDigest ?? '',
  ];
}

function compareData(
  evidence: readonly VersionEvidence[],
): VersionComparison['data'] {
  return align(evidence.map(currentData), ({ ref, occurrence }) => [
    ref,
    occurrence,
  ])
    .map(({ first, values }) => ({
      ref: first.ref,
      values: values.map(
        value =>
          value && {
            ...(value.version ? { version: value.version } : {}),
            ...(value.digest ? { digest: value.digest } : {}),
          },
      ),
    }))
    .filter(({ values }) => differ(values));
}

/** The newest statement about the data; the same ref may occur in it again. */
function currentData({ provenance }: VersionEvidence) {
  const occurrences = new Map<string, number>();
  return (provenance.find(({ data }) => data)?.data ?? []).map(item => {
    const occurrence = occurrences.get(item.ref) ?? 0;
    occurrences.set(item.ref, occurrence + 1);
    return { ...item, occurrence: String(occurrence) };
  });
}

function compareArtifacts(
  evidence: readonly VersionEvidence[],
): VersionComparison['artifacts'] {
  return align(
    evidence.map(({ artifacts }) => artifacts),
    ({ path }) => [path],
  )
    .map(({ first, values }) => ({
      path: first.path,
      values: values.map(
        artifact =>
          artifact && {
            digest: artifact.digest,
            ...(artifact.sizeBytes === undefined
              ? {}
              : { sizeBytes: artifact.sizeBytes }),
          },
      ),
    }))
    .filter(({ values }) => differ(values.map(value => value?.digest ?? null)))
    .sort((a, b) => compare([a.path], [b.path]));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at === -1) {
    return 0;
  }
  return a[at] < b[at] ? -1 : 1;
}
