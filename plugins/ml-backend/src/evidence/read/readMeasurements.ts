import { canonicalJson } from '@understudy/contracts';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { Measurement } from '../../promotion/gates/metricGate';
import { EvaluationMetricRow, EvaluationRow } from '../evidenceRows';
import { toMetric } from './readEvaluations';

/** Of one version no more are read: the newest ones count. */
const SERIES_LIMIT = 1000;

type MeasuredRow = EvaluationMetricRow &
  Pick<
    EvaluationRow,
    'version_id' | 'dataset' | 'dataset_digest' | 'split' | 'evaluated_at'
  >;

/** A metric that somebody asks for, on all rows or on those of a slice. */
export interface WantedMetric {
  metric: string;
  slice?: Record<string, string>;
}

/**
 * What evaluations say of some metrics of some versions, by the version's id:
 * of each dataset, split and slice the newest number.
 */
export async function readMeasurements(
  knex: Knex,
  versionIds: readonly string[],
  wanted: readonly WantedMetric[],
): Promise<Map<string, Measurement[]>> {
  const measurements = new Map<string, Measurement[]>();
  if (wanted.length === 0) {
    return measurements;
  }
  const metrics = new Set(wanted.map(({ metric }) => metric));
  const slices = new Set(wanted.map(({ slice = {} }) => canonicalJson(slice)));
  const seen = new Set<string>();
  for (const batch of inBatches([...new Set(versionIds)])) {
    const rows: MeasuredRow[] = await knex('version_evaluation_metric')
      .join(
        'version_evaluation',
        'version_evaluation.id',
        '=',
        'version_evaluation_metric.evaluation_id',
      )
      .whereIn('version_evaluation.version_id', batch)
      .whereIn('version_evaluation_metric.name', [...metrics])
      .whereIn('version_evaluation_metric.slice', [...slices])
      .orderBy([
        { column: 'version_evaluation.evaluated_at', order: 'desc' },
        { column: 'version_evaluation.position', order: 'desc' },
        { column: 'version_evaluation_metric.position' },
      ])
      .select(
        'version_evaluation_metric.*',
        'version_evaluation.version_id',
        'version_evaluation.dataset',
        'version_evaluation.dataset_digest',
        'version_evaluation.split',
        'version_evaluation.evaluated_at',
      );
    for (const row of rows) {
      const { version_id: id, name, dataset, split, slice } = row;
      const series = JSON.stringify([id, name, dataset, split, slice]);
      const known = measurements.get(id) ?? [];
      if (!seen.has(series) && known.length < SERIES_LIMIT) {
        seen.add(series);
        known.push(toMeasurement(row));
        measurements.set(id, known);
      }
    }
  }
  return measurements;
}

function toMeasurement(row: MeasuredRow): Measurement {
  const slice: Record<string, string> = JSON.parse(row.slice);
  return {
    ...toMetric(row),
    dataset: row.dataset,
    ...(row.dataset_digest ? { datasetDigest: row.dataset_digest } : {}),
    ...(row.split ? { split: row.split } : {}),
    ...(Object.keys(slice).length > 0 ? { slice } : {}),
    observedAt: row.evaluated_at,
  };
}
