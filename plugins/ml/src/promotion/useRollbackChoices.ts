import { useApi } from '@backstage/core-plugin-api';
import { PromotionOptions, RollbackOption } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { targetKey } from '../pieces/formatTarget';
import { readOptions } from './readOptions';

/** The most the backend gives at once. */
const AT_MOST = 200;

/** The versions a target can go back to, the default first. */
export interface RollbackChoices {
  versions: string[];
  /** Missing where no policy applies; a rollback works all the same. */
  options?: PromotionOptions;
}

export function useRollbackChoices(
  model: string,
  option: RollbackOption,
): Loaded<RollbackChoices> {
  const api = useApi(mlApiRef);
  const place = targetKey(option.target);
  const previous = option.previous?.version;
  const current = option.underWay ? undefined : option.current?.version;
  return useLoaded(
    useCallback(async () => {
      const [history, asking] = await Promise.all([
        api.listAssignments(model, { view: 'history', limit: AT_MOST }),
        readOptions(api, model),
      ]);
      const earlier = history.items
        .filter(({ target }) => targetKey(target) === place)
        .map(({ version }) => version)
        .filter(version => version !== current);
      return {
        versions: [...new Set(previous ? [previous, ...earlier] : earlier)],
        options: asking.options,
      };
    }, [api, model, place, previous, current]),
  );
}
