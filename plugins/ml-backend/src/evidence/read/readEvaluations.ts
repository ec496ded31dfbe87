import { Evaluation, EvaluationMetric } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { answerLimits } from '../evidenceLimits';
import { EvaluationMetricRow, EvaluationRow, toOrigin } from '../evidenceRows';
import { WHOLE_DATASET } from '../NormalizedAddition';

/** The newest evaluations of a version, newest first, and whether that is all. */
export async function readEvaluations(
  knex: Knex,
  versionId: string,
): Promise<{ evaluations: Evaluation[]; complete: boolean }> {
  const rows = await knex<EvaluationRow>('version_evaluation')
    .where({ version_id: versionId })
    .orderBy([
      { column: 'evaluated_at', order: 'desc' },
      { column: 'position', order: 'desc' },
    ])
    .limit(answerLimits.evaluations + 1);
  const answered = await withinMetricLimit(
    knex,
    rows.slice(0, answerLimits.evaluations),
  );
  const metrics = new Map<string, EvaluationMetricRow[]>();
  for (const batch of inBatches(answered)) {
    const found = await knex<EvaluationMetricRow>('version_evaluation_metric')
      .whereIn(
        'evaluation_id',
        batch.map(({ id }) => id),
      )
      .orderBy(['evaluation_id', 'position']);
    for (const row of found) {
      const known = metrics.get(row.evaluation_id);
      if (known) {
        known.push(row);
      } else {
        metrics.set(row.evaluation_id, [row]);
      }
    }
  }
  return {
    evaluations: answered.map(row =>
      toEvaluation(row, metrics.get(row.id) ?? []),
    ),
    complete: answered.length === rows.length,
  };
}

/** The newest of them that together have not more metrics than are answered. */
async function withinMetricLimit(
  knex: Knex,
  rows: readonly EvaluationRow[],
): Promise<EvaluationRow[]> {
  const counts: { evaluation_id: string; count: number | string }[] =
    await knex('version_evaluation_metric')
      .whereIn(
        'evaluation_id',
        rows.map(({ id }) => id),
      )
      .groupBy('evaluation_id')
      .select('evaluation_id')
      .count({ count: '*' });
  const countOf = new Map(
    counts.map(row => [row.evaluation_id, Number(row.count)]),
  );
  let total = 0;
  const over = rows.findIndex(({ id }) => {
    total += countOf.get(id) ?? 0;
    return total > answerLimits.metrics;
  });
  return over === -1 ? [...rows] : rows.slice(0, over);
}

function toEvaluation(
  row: EvaluationRow,
  metricRows: readonly EvaluationMetricRow[],
): Evaluation {
  const bySlice = new Map<string, EvaluationMetric[]>();
  for (const metric of metricRows) {
    const ofSlice = bySlice.get(metric.slice) ?? [];
    bySlice.set(metric.slice, ofSlice);
    ofSlice.push(toMetric(metric));
  }
  const { [WHOLE_DATASET]: metrics = [], ...slices } =
    Object.fromEntries(bySlice);
  return {
    ...toOrigin(row),
    versionId: row.version_id,
    dataset: row.dataset,
    ...(row.dataset_digest ? { datasetDigest: row.dataset_digest } : {}),
    ...(row.split ? { split: row.split } : {}),
    metrics,
    slices: Object.entries(slices).map(([by, ofSlice]) => ({
      by: JSON.parse(by),
      metrics: ofSlice,
    })),
    evaluatedAt: row.evaluated_at,
    ...(row.tool ? { tool: row.tool } : {}),
    ...(row.run_uri ? { runUri: row.run_uri } : {}),
  };
}

export function toMetric(row: EvaluationMetricRow): EvaluationMetric {
  return {
    name: row.name,
    rawName: row.raw_name,
    value: row.value,
    ...(row.ci_low !== null && row.ci_high !== null
      ? { ci: [row.ci_low, row.ci_high] }
      : {}),
    ...(row.n === null ? {} : { n: row.n }),
  };
}
