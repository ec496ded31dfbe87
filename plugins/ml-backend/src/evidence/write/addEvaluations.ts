import { inBatches } from '../../database/inBatches';
import { EvaluationMetricRow, EvaluationRow } from '../evidenceRows';
import { NormalizedEvaluation } from '../NormalizedAddition';
import { AdditionContext, originsFor } from './AdditionContext';

/** Adds the evaluations that are not there yet; answers their hashes. */
export async function addEvaluations(
  context: AdditionContext,
  evaluations: readonly NormalizedEvaluation[],
): Promise<string[]> {
  const { tx, version } = context;
  const byHash = new Map(evaluations.map(one => [one.contentHash, one]));
  const known: string[] = await tx<EvaluationRow>('version_evaluation')
    .where({ version_id: version.id })
    .whereIn('content_hash', [...byHash.keys()])
    .pluck('content_hash');
  known.forEach(hash => byHash.delete(hash));
  const added = [...byHash.values()];
  const origins = await originsFor(context, 'version_evaluation', {
    added: added.length,
    kind: 'evaluations',
  });
  const rows = added.map((evaluation, index): EvaluationRow => ({
    ...origins[index],
    dataset: evaluation.dataset,
    dataset_digest: evaluation.datasetDigest ?? null,
    split: evaluation.split ?? null,
    evaluated_at: evaluation.evaluatedAt,
    tool: evaluation.tool ?? null,
    run_uri: evaluation.runUri ?? null,
    content_hash: evaluation.contentHash,
  }));
  for (const batch of inBatches(rows)) {
    await tx<EvaluationRow>('version_evaluation').insert(batch);
  }
  const metrics = added.flatMap((evaluation, index) =>
    metricRows(origins[index].id, evaluation),
  );
  for (const batch of inBatches(metrics)) {
    await tx<EvaluationMetricRow>('version_evaluation_metric').insert(batch);
  }
  return added.map(({ contentHash }) => contentHash);
}

function metricRows(
  evaluationId: string,
  { metrics }: NormalizedEvaluation,
): EvaluationMetricRow[] {
  return metrics.map((metric, position) => ({
    evaluation_id: evaluationId,
    position,
    slice: metric.slice,
    name: metric.name,
    raw_name: metric.rawName,
    value: metric.value,
    ci_low: metric.ci?.[0] ?? null,
    ci_high: metric.ci?.[1] ?? null,
    n: metric.n ?? null,
  }));
}
