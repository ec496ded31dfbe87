import { useApi } from '@backstage/core-plugin-api';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { Loaded, useLoaded } from '../loading/useLoaded';

/** The next version of a contract that is stored but not in force. */
export interface Proposal {
  version: string;
  /** Consumers that it would break, of those that the reader may see. */
  broken: number;
}

/** A proposal is younger than what is in force, so it is among the newest. */
const NEWEST = 5;

/** Whether a next version is proposed, and how many it would break. */
export function useProposal(
  subject: string,
  current: ContractVersion,
): Loaded<Proposal | null> {
  const api = useApi(contractApiRef);
  const { id } = current;
  return useLoaded(
    useCallback(async () => {
      const { items } = await api.listVersions(subject, { limit: NEWEST });
      const place = items.findIndex(each => each.id === id);
      const draft = items
        .slice(0, place === -1 ? items.length : place)
        .find(({ status }) => status === 'draft');
      if (!draft) {
        return null;
      }
      const { contract, version } = await api.getVersion(
        subject,
        draft.version,
      );
      const { consumers } = await api.check(subject, contract);
      const broken = consumers.filter(
        ({ verdict }) => verdict === 'incompatible',
      ).length;
      return { version, broken };
    }, [api, subject, id]),
  );
}
