import { useApiHolder } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { titleOf } from './titleOf';
import { useEntities } from './useEntities';

/** Gives titles of entities by ref, all read with one request. */
export function useTitles(refs: readonly string[]): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const { entities } = useEntities(refs);
  return useCallback(
    ref => titleOf(ref, entities.get(ref), presentation),
    [entities, presentation],
  );
}
