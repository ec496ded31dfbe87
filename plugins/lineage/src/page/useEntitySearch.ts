import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useState } from 'react';
import { JOB, KNOWN_KINDS, UNMAPPED } from '../graph/model/kindWord';
import { Loaded, useLoaded } from '../loading/useLoaded';

const FOUND = 20;
const PAUSE_MS = 300;
const KINDS = KNOWN_KINDS.filter(kind => kind !== JOB && kind !== UNMAPPED);

/** Searches the catalog for things that have lineage, once the reader stops typing. */
export function useEntitySearch(text: string): Loaded<Entity[]> {
  const catalogApi = useApi(catalogApiRef);
  const [term, setTerm] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setTerm(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useLoaded(
    useCallback(async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: [...KINDS] },
        fullTextFilter: {
          term,
          fields: ['metadata.name', 'metadata.title', 'metadata.namespace'],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.type',
        ],
        limit: FOUND,
      });
      return items;
    }, [catalogApi, term]),
    { keep: () => true },
  );
}
