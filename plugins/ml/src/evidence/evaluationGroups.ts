import { Evaluation } from '@understudy/plugin-ml-common';

/** The evaluations of a version on the same dataset and split. */
export interface EvaluationGroup {
  key: string;
  newest: Evaluation;
  /** Newest first. */
  earlier: Evaluation[];
}

/**
 * Evaluations by dataset, its digest and split. The group that was evaluated
 * last comes first.
 */
export function evaluationGroups(evaluations: Evaluation[]): EvaluationGroup[] {
  const groups = new Map<string, Evaluation[]>();
  for (const evaluation of evaluations) {
    const { dataset, datasetDigest, split } = evaluation;
    const key = JSON.stringify([dataset, datasetDigest ?? '', split ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), evaluation]);
  }
  return [...groups]
    .map(([key, members]) => {
      const [newest, ...earlier] = members.sort((a, b) =>
        b.evaluatedAt.localeCompare(a.evaluatedAt),
      );
      return { key, newest, earlier };
    })
    .sort((a, b) => b.newest.evaluatedAt.localeCompare(a.newest.evaluatedAt));
}

/** What an evaluation was made on, as text. */
export function evaluatedOn(
  evaluation: Pick<Evaluation, 'dataset' | 'split'>,
): string {
  return [evaluation.dataset, evaluation.split].filter(Boolean).join(' · ');
}
