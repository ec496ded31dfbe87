import { JsonObject } from '@backstage/types';
import { ModelIndexReader, ModelIndexResult } from './ModelIndexReader';
import { CardProblem } from './types';

/** Reads the results of a card; those that lack something are problems, and the others are read. */
export function readModelIndex(metadata: JsonObject): {
  results: ModelIndexResult[];
  problems: CardProblem[];
} {
  const problems: CardProblem[] = [];
  const results: ModelIndexResult[] = [];
  const path = 'model-index';
  const models = metadata[path];
  if (models === undefined || models === null) {
    return { results, problems };
  }
  const reader = new ModelIndexReader(problems);
  for (const [at, model] of reader.objects(models, path)) {
    const name = reader.text(model, 'name', at);
    for (const [place, result] of reader.objects(
      model.results,
      `${at}/results`,
    )) {
      const read = reader.result(name ?? '', result, place);
      if (read) {
        results.push(read);
      }
    }
  }
  return { results, problems };
}
