import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { intakeApiRef } from '../api/IntakeApi';
import { IntakeServer } from '../api/intakeTypes';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** How many records of each server stand how, by the id of the server. */
export function useWaitingCounts(): Loaded<
  Map<string, IntakeServer['counts']>
> {
  const api = useApi(intakeApiRef);
  return useLoaded(
    useCallback(async () => {
      const servers = await api.listServers();
      return new Map(servers.map(({ server, counts }) => [server, counts]));
    }, [api]),
  );
}
