import { isMlflowPrompt } from './isMlflowPrompt';
import { MlflowClient } from './MlflowClient';
import { MlflowCallOptions } from './MlflowClientOptions';
import { MlflowRegisteredModel } from './types';

/**
 * What a registered model is.
 *
 * @public
 */
export interface MlflowRecord {
  kind: 'model' | 'prompt';
  model: MlflowRegisteredModel;
}

/**
 * Everything a registry holds, models and prompts told apart, each once.
 * Servers that know prompts leave them out of a plain search, older ones mix
 * them in; both are asked in a way that gives all. Throws when any page cannot
 * be read, so that half a registry is never taken for the whole.
 *
 * @public
 */
export async function* eachMlflowRecord(
  client: MlflowClient,
  options: MlflowCallOptions = {},
): AsyncGenerator<MlflowRecord> {
  const seen = new Set<string>();
  for (const prompts of [false, true]) {
    const pages = client.searchRegisteredModels({ ...options, prompts });
    for await (const page of pages) {
      for (const model of page) {
        if (!seen.has(model.name)) {
          seen.add(model.name);
          yield { kind: isMlflowPrompt(model) ? 'prompt' : 'model', model };
        }
      }
    }
  }
}
