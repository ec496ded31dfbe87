import { useApi } from '@backstage/core-plugin-api';
import {
  ContractWaiver,
  ContractWaiverState,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { Pages, usePages } from '../../loading/usePages';

const PAGE = 25;

/** The waivers of a contract in some states, page by page. Give it the same list each time. */
export function useWaivers(
  subject: string,
  states: readonly ContractWaiverState[],
): Pages<ContractWaiver> {
  const api = useApi(contractApiRef);
  return usePages(
    useCallback(
      (cursor?: string) =>
        api.listWaivers(subject, { states: [...states], limit: PAGE, cursor }),
      [api, subject, states],
    ),
  );
}
