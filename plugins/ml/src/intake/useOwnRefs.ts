import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { useLoaded } from '../loading/useLoaded';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Entity refs of the reader and of the groups they are in; none until these
 * are known.
 */
export function useOwnRefs(): ReadonlySet<string> {
  const identityApi = useApi(identityApiRef);
  const { data } = useLoaded(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return new Set(ownershipEntityRefs);
    }, [identityApi]),
  );
  return data ?? NOBODY;
}
