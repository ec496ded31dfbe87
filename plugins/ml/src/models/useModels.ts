import { useApi } from '@backstage/core-plugin-api';
import { ModelPage } from '@understudy/plugin-ml-common';
import { useCallback, useMemo } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { readModelQuery, readScope } from './modelFilters';

const PAGE_SIZE = 50;

/** A page of models, and whose models these are. */
export interface ShownModels extends ModelPage {
  scope: 'mine' | 'all';
}

/**
 * The models the address asks for. Unless it says whose, these are my own where
 * I own any, and all otherwise.
 */
export function useModels(params: URLSearchParams): Loaded<ShownModels> {
  const api = useApi(mlApiRef);
  const search = params.toString();
  const asked = readScope(params);
  const ownsModels = useMemo(() => {
    let answer: Promise<boolean> | undefined;
    return async () => {
      answer ??= api
        .listModels({ mine: true, limit: 1 })
        .then(page => page.items.length > 0);
      try {
        return await answer;
      } catch (error) {
        answer = undefined; // the next attempt asks anew
        throw error;
      }
    };
  }, [api]);

  return useLoaded(
    useCallback(async () => {
      const scope = asked ?? ((await ownsModels()) ? 'mine' : 'all');
      const page = await api.listModels({
        ...readModelQuery(new URLSearchParams(search)),
        mine: scope === 'mine' ? true : undefined,
        limit: PAGE_SIZE,
      });
      return { ...page, scope };
    }, [api, asked, ownsModels, search]),
    { keepPrevious: true },
  );
}
