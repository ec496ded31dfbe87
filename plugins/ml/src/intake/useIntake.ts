import { useApi } from '@backstage/core-plugin-api';
import { IntakePage } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { intakeApiRef } from '../api/IntakeApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { filterKey, readIntakeQuery } from './intakeFilters';

const PAGE_SIZE = 50;

/** The page of records that the address asks for. */
export function useIntake(params: URLSearchParams): Loaded<IntakePage> {
  const api = useApi(intakeApiRef);
  // Not all of the address: what is open in the drawer is no other question.
  const filters = filterKey(params);
  const { sort, cursor } = readIntakeQuery(params);
  return useLoaded(
    useCallback(
      () =>
        api.listRecords({
          ...readIntakeQuery(new URLSearchParams(filters)),
          sort,
          cursor,
          limit: PAGE_SIZE,
        }),
      [api, filters, sort, cursor],
    ),
    { keepPrevious: true },
  );
}
