import { JsonObject } from '@backstage/types';
import { Evaluation, NewEvaluationMetric } from '../evidence/types';

/**
 * An evaluation as {@link evaluationsToModelIndex} takes it: stored ones and
 * those that are about to be added.
 *
 * @public
 */
export interface IndexedEvaluation extends Pick<
  Evaluation,
  'dataset' | 'split' | 'tool' | 'runUri'
> {
  metrics: readonly NewEvaluationMetric[];
  slices?: readonly {
    by: Record<string, string>;
    metrics: readonly NewEvaluationMetric[];
  }[];
}

/**
 * Writes evaluations as the value of `model-index` in the metadata of a card.
 * {@link modelIndexEvaluations} reads the same evaluations again, but for the
 * time and the digest of the data, which a card has no place for.
 *
 * A slice is a result of its own, with its values in `dataset.args.slice`; the
 * interval and the number of rows of a metric are in its `args`.
 *
 * @param options - the name of the model, and its task as Hugging Face names
 * it, such as `tabular-classification`.
 *
 * @public
 */
export function evaluationsToModelIndex(
  evaluations: readonly IndexedEvaluation[],
  options: { model: string; task: string },
): JsonObject[] {
  return [
    {
      name: options.model,
      results: evaluations.flatMap(evaluation => [
        ...(evaluation.metrics.length > 0 || !evaluation.slices?.length
          ? [writeResult(evaluation, options.task, evaluation.metrics)]
          : []),
        ...(evaluation.slices ?? []).map(({ by, metrics }) =>
          writeResult(evaluation, options.task, metrics, by),
        ),
      ]),
    },
  ];
}

function writeResult(
  { dataset, split, tool, runUri }: IndexedEvaluation,
  task: string,
  metrics: readonly NewEvaluationMetric[],
  slice?: Record<string, string>,
): JsonObject {
  const source = {
    ...(tool !== undefined && { name: tool }),
    ...(runUri !== undefined && { url: runUri }),
  };
  return {
    task: { type: task },
    dataset: {
      type: dataset,
      name: dataset,
      ...(split !== undefined && { split }),
      ...(slice && { args: { slice } }),
    },
    metrics: metrics.map(writeMetric),
    ...(Object.keys(source).length > 0 && { source }),
  };
}

function writeMetric({ name, value, n, ci }: NewEvaluationMetric): JsonObject {
  const args = { ...(n !== undefined && { n }), ...(ci && { ci }) };
  return {
    type: name,
    value,
    ...(Object.keys(args).length > 0 && { args }),
  };
}
