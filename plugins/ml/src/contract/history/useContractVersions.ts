import { useApi } from '@backstage/core-plugin-api';
import { ContractVersionSummary } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { Pages, usePages } from '../../loading/usePages';

const PAGE_SIZE = 20;

/** The versions of a contract, newest first. */
export function useContractVersions(
  subject: string,
): Pages<ContractVersionSummary> {
  const api = useApi(contractApiRef);
  return usePages(
    useCallback(
      (cursor?: string) =>
        api.listVersions(subject, { limit: PAGE_SIZE, cursor }),
      [api, subject],
    ),
  );
}
