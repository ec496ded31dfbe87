import { Entity } from '@backstage/catalog-model';

/**
 * Lets the cards on the page of one entity read the same thing with one
 * request. An answer is kept as long as the page has its entity; what failed is
 * read anew. `key` tells questions about one entity apart.
 */
export function shareAmongCards<TApi extends object, TAnswer>(
  request: (api: TApi, key: string) => Promise<TAnswer>,
): (api: TApi, entity: Entity, key: string) => Promise<TAnswer> {
  const byApi = new WeakMap<
    TApi,
    WeakMap<Entity, Map<string, Promise<TAnswer>>>
  >();
  return async (api, entity, key) => {
    const byEntity =
      byApi.get(api) ?? new WeakMap<Entity, Map<string, Promise<TAnswer>>>();
    byApi.set(api, byEntity);
    const answers = byEntity.get(entity) ?? new Map<string, Promise<TAnswer>>();
    byEntity.set(entity, answers);

    const answer = answers.get(key) ?? request(api, key);
    answers.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      answers.delete(key);
      throw error;
    }
  };
}
