import { isError } from '@backstage/errors';
import { PromotionOptions } from '@understudy/plugin-ml-common';
import { MlApi } from '../api/MlApi';
import { describeError } from '../loading/describeError';

/** What may be asked for on a model, or why nothing can. */
export type KnownOptions =
  { options: PromotionOptions } | { options?: undefined; reason: string };

/**
 * Reads what may be asked for. A model to which no policy applies is no
 * failure: it can be looked at all the same, it just cannot be promoted.
 */
export async function readOptions(
  api: MlApi,
  model: string,
): Promise<KnownOptions> {
  try {
    return { options: await api.getPromotionOptions(model) };
  } catch (error) {
    const described = isError(error) ? describeError(error) : undefined;
    if (described?.kind !== 'conflict') {
      throw error;
    }
    return { reason: described.message };
  }
}
