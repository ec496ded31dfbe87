import { NewEvaluation } from '../evidence/types';
import { readModelIndex } from './readModelIndex';
import { CardProblem, ModelCard } from './types';

/**
 * The results in the `model-index` of a card as evaluations of a version.
 * Results that lack something are problems; those of the parts of a dataset
 * become slices of the evaluation on all of it.
 *
 * The dataset is named as hubs name it, with its configuration and revision:
 * `glue/mrpc@5503434`.
 *
 * @param options - `evaluatedAt` in ISO 8601, because a card does not say when.
 *
 * @public
 */
export function modelIndexEvaluations(
  card: Pick<ModelCard, 'metadata'>,
  options: { evaluatedAt: string },
): { evaluations: NewEvaluation[]; problems: CardProblem[] } {
  const { results, problems } = readModelIndex(card.metadata);
  const evaluations: NewEvaluation[] = [];
  for (const { dataset, metrics: measured, source } of results) {
    const { type, config, revision, split, slice } = dataset;
    const name = `${type}${config ? `/${config}` : ''}${revision ? `@${revision}` : ''}`;
    const metrics = withDistinctNames(measured);
    const whole = evaluations.find(
      known => known.dataset === name && known.split === split,
    );
    if (slice && whole) {
      whole.slices = [...(whole.slices ?? []), { by: slice, metrics }];
      continue;
    }
    evaluations.push({
      dataset: name,
      ...(split !== undefined && { split }),
      metrics: slice ? [] : metrics,
      ...(slice && { slices: [{ by: slice, metrics }] }),
      evaluatedAt: options.evaluatedAt,
      ...(source?.name !== undefined && { tool: source.name }),
      ...(source?.url !== undefined && { runUri: source.url }),
    });
  }
  return { evaluations, problems };
}

/** Some cards give one type of metric twice, and tell them apart by a name. */
function withDistinctNames(
  measured: readonly {
    type: string;
    name?: string;
    value: number;
    n?: number;
    ci?: [number, number];
  }[],
): NewEvaluation['metrics'] {
  const taken = new Set<string>();
  return measured.flatMap(({ type, name, ...rest }) => {
    const said = taken.has(type) && name !== undefined ? name : type;
    let free = said;
    for (let next = 2; taken.has(free); next += 1) {
      free = `${said} ${next}`;
    }
    taken.add(free);
    return [{ name: free, ...rest }];
  });
}
