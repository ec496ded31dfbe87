import { useApi } from '@backstage/core-plugin-api';
import { RegistrySourceStatus } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { intakeApiRef } from '../api/IntakeApi';
import { IntakeServer } from '../api/intakeTypes';
import { mlApiRef } from '../api/MlApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** Where records come from: how many there are, and how fresh they are. */
export interface IntakeServers {
  servers: IntakeServer[];
  sources: RegistrySourceStatus[];
}

/** The registry servers of the intake. */
export function useIntakeServers(): Loaded<IntakeServers> {
  const intakeApi = useApi(intakeApiRef);
  const mlApi = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const [servers, sources] = await Promise.all([
        intakeApi.listServers(),
        mlApi.listRegistries(),
      ]);
      return { servers, sources };
    }, [intakeApi, mlApi]),
  );
}
