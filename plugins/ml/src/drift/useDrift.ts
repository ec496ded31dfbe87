import { useApi } from '@backstage/core-plugin-api';
import { AliasDrift } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** A drift, and what people call the registry where it is. */
export interface NamedDrift {
  drift: AliasDrift;
  serverTitle: string;
}

/** Aliases of a model that now point elsewhere than was decided. */
export function useDrift(model: string): Loaded<NamedDrift[]> {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const drifts = (await api.listAliasDrift(model)).filter(
        ({ state }) => state === 'open' || state === 'reported',
      );
      if (drifts.length === 0) {
        return [];
      }
      const registries = await api.listRegistries();
      return drifts.map(drift => ({
        drift,
        serverTitle:
          registries.find(({ server }) => server === drift.server)?.title ??
          drift.server,
      }));
    }, [api, model]),
  );
}
