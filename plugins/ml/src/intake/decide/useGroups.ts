import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  identityApiRef,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { Loaded, useLoaded } from '../../loading/useLoaded';
import { Pages, usePages } from '../../loading/usePages';
import { PickerOption } from '../../pieces/SearchPicker';

const PAGE_SIZE = 20;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.type',
  'spec.profile.displayName',
];
const SEARCHED = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];

/** The groups that the reader is in and the catalog knows, by name. */
export function useMyGroups(): Loaded<PickerOption[]> {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const toOption = useGroupOption();
  return useLoaded(
    useCallback(async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const entityRefs = ownershipEntityRefs.filter(ref =>
        ref.startsWith('group:'),
      );
      if (entityRefs.length === 0) {
        return [];
      }
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return items
        .filter(group => group !== undefined)
        .map(toOption)
        .sort((a, b) => a.title.localeCompare(b.title));
    }, [identityApi, catalogApi, toOption]),
  );
}

/** Groups of the catalog that a text fits, searched page by page. */
export function useGroups(text: string): Pages<PickerOption> {
  const catalogApi = useApi(catalogApiRef);
  const toOption = useGroupOption();
  return usePages(
    useCallback(
      async (cursor?: string) => {
        const { items, pageInfo } = await catalogApi.queryEntities(
          cursor
            ? { cursor, fields: FIELDS, limit: PAGE_SIZE }
            : {
                filter: { kind: 'group' },
                fields: FIELDS,
                limit: PAGE_SIZE,
                orderFields: { field: 'metadata.name', order: 'asc' },
                ...(text && {
                  fullTextFilter: { term: text, fields: SEARCHED },
                }),
              },
        );
        return { items: items.map(toOption), nextCursor: pageInfo.nextCursor };
      },
      [catalogApi, text, toOption],
    ),
  );
}

function useGroupOption(): (group: Entity) => PickerOption {
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  return useCallback(
    group => ({
      value: stringifyEntityRef(group),
      title: entityPresentationSnapshot(group, undefined, presentationApi)
        .primaryTitle,
      detail:
        typeof group.spec?.type === 'string' ? group.spec.type : undefined,
    }),
    [presentationApi],
  );
}
