import { canonicalJson } from '@understudy/contracts';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { Measurement } from '../../promotion/gates/metric/Measurement';
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
  /** Then all slices that have this key are wanted. */
  everySliceOf?: string;
}

/**
 * What evaluations say of some metrics of some versions, by the version's id:
 * of each dataset, state of it, split and slice the newest number, the newest
 * of all last.
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
  for (const batch of inBatches([...new Set(versionIds)])) {
    const rows: MeasuredRow[] = await knex
      .from(newestFirst(knex, batch, wanted))
      .where('place', '<=', SERIES_LIMIT)
      .orderBy([{ column: 'version_id' }, { column: 'place', order: 'desc' }]);
    for (const row of rows) {
      const known = measurements.get(row.version_id);
      if (known) {
        known.push(toMeasurement(row));
      } else {
        measurements.set(row.version_id, [toMeasurement(row)]);
      }
    }
  }
  return measurements;
}

/** The newest row of each series, and its place among those of its version. */
function newestFirst(
  knex: Knex,
  versionIds: readonly string[],
  wanted: readonly WantedMetric[],
): Knex.QueryBuilder {
  const aged = knex('version_evaluation_metric as measured')
    .join(
      'version_evaluation as evaluation',
      'evaluation.id',
      'measured.evaluation_id',
    )
    .whereIn('evaluation.version_id', versionIds)
    .whereIn('measured.name', [...new Set(wanted.map(({ metric }) => metric))])
    .where(slices => whereSlices(slices, wanted))
    .select(
      'measured.*',
      'evaluation.version_id',
      'evaluation.dataset',
      'evaluation.dataset_digest',
      'evaluation.split',
      'evaluation.evaluated_at',
      'evaluation.position as evaluated_position',
    )
    .select(
      knex.raw(
        'row_number() over (partition by evaluation.version_id, measured.name, evaluation.dataset, evaluation.dataset_digest, evaluation.split, measured.slice order by evaluation.evaluated_at desc, evaluation.position desc, measured.position) as age',
      ),
    )
    .as('aged');
  return knex
    .from(aged)
    .where('age', 1)
    .select('aged.*')
    .select(
      knex.raw(
        'row_number() over (partition by version_id order by evaluated_at desc, evaluated_position desc, position) as place',
      ),
    )
    .as('newest');
}

/** More slices than are wanted where all of a key are: gates look closer. */
function whereSlices(
  query: Knex.QueryBuilder,
  wanted: readonly WantedMetric[],
): void {
  const plain = wanted.filter(({ everySliceOf }) => everySliceOf === undefined);
  query.whereIn('measured.slice', [
    ...new Set(plain.map(({ slice = {} }) => canonicalJson(slice))),
  ]);
  for (const key of new Set(wanted.flatMap(one => one.everySliceOf ?? []))) {
    const text = `${JSON.stringify(key)}:`.replace(/[!%_]/g, '!$&');
    query.orWhereRaw(`measured.slice like ? escape '!'`, [`%${text}%`]);
  }
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
