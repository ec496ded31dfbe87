import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { relatedRefs } from '../entity/relatedEntities';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { ReadModels, readModels } from './readModels';

/** The refs of the models that relations of these types lead to. */
export function relatedModelRefs(
  entity: Entity,
  types: readonly string[],
): string[] {
  const refs = types
    .flatMap(type => relatedRefs(entity, type))
    .filter(ref => parseEntityRef(ref).kind.toLowerCase() === 'model');
  return [...new Set(refs)].sort();
}

/** The models that relations of these types lead to. */
export function useRelatedModels(
  entity: Entity,
  /** The same list with every rendering. */
  types: readonly string[],
): Loaded<ReadModels> {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(
    useCallback(
      () => readModels(catalogApi, entity, relatedModelRefs(entity, types)),
      [catalogApi, entity, types],
    ),
  );
}
