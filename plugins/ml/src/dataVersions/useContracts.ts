import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  ContractVersion,
  ContractVersionSummary,
} from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { ContractOf, contractOf } from './contractOf';

// The most that the backend gives at once. Older ones are no longer in force.
const NEWEST = 100;

/** The contracts of an entity, as far as its versions may keep to them. */
export interface KnownContracts {
  /** Newest first. */
  contracts: ContractVersionSummary[];
  current?: ContractVersion;
  /** The contract of a version of the entity, by its label. */
  of(label: string): ContractOf | undefined;
}

export function useContracts(
  ref: string,
  entity?: Entity,
): Loaded<KnownContracts> {
  const api = useApi(contractApiRef);
  return useLoaded(
    useCallback(async () => {
      const [{ current }, { items: contracts }] = await Promise.all([
        api.getContract(ref),
        api.listVersions(ref, { limit: NEWEST }),
      ]);
      const known = { entity, contracts, current: current?.version };
      return { contracts, current, of: label => contractOf(label, known) };
    }, [api, ref, entity]),
  );
}
