import { useApi } from '@backstage/core-plugin-api';
import { Contract } from '@understudy/contracts';
import { useCallback } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { Loaded, useLoaded } from '../../loading/useLoaded';

/** Versions that a draft is judged against here; the backend knows all. */
const MOST_VERSIONS = 5;

/** The newest stored versions of a contract in full. */
export function useHistory(subject: string): Loaded<Contract[]> {
  const api = useApi(contractApiRef);
  return useLoaded(
    useCallback(async () => {
      const { items } = await api.listVersions(subject, {
        limit: MOST_VERSIONS,
      });
      const versions = await Promise.all(
        items.map(({ version }) => api.getVersion(subject, version)),
      );
      return versions.map(({ contract }) => contract);
    }, [api, subject]),
  );
}
