import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** What names and owners are made of; more would cost the catalog more. */
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.description',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.lifecycle',
  'spec.owner',
  'spec.profile.displayName',
  'spec.system',
  'spec.type',
];

/** Entities by ref, as far as they are known yet. */
export interface KnownEntities {
  entities: ReadonlyMap<string, Entity>;
  loading: boolean;
  error?: ErrorLike;
  reload(): void;
}

/**
 * Reads entities, all that are not known yet with one request. What the catalog
 * does not give is not asked for again.
 */
export function useEntities(refs: readonly string[]): KnownEntities {
  const catalogApi = useApi(catalogApiRef);
  const asked = useRef(new Set<string>());
  const [entities, setEntities] = useState<ReadonlyMap<string, Entity>>(
    new Map(),
  );
  const [error, setError] = useState<ErrorLike>();
  const [waiting, setWaiting] = useState(0);
  const mounted = useRef(true);

  const read = useCallback(async () => {
    const missing = refs.filter(ref => !asked.current.has(ref));
    if (missing.length === 0) {
      return;
    }
    missing.forEach(ref => asked.current.add(ref));
    setWaiting(count => count + 1);
    let items: (Entity | undefined)[] = [];
    let failure: ErrorLike | undefined;
    try {
      ({ items } = await catalogApi.getEntitiesByRefs({
        entityRefs: missing,
        fields: FIELDS,
      }));
    } catch (thrown) {
      failure = toError(thrown);
      missing.forEach(ref => asked.current.delete(ref));
    }
    if (mounted.current) {
      startTransition(() => {
        setEntities(before => withItems(before, missing, items));
        setError(failure);
        setWaiting(count => count - 1);
      });
    }
  }, [catalogApi, refs]);

  useEffect(() => {
    mounted.current = true;
    read();
    return () => {
      mounted.current = false;
    };
  }, [read]);

  return { entities, loading: waiting > 0, error, reload: read };
}

function withItems(
  before: ReadonlyMap<string, Entity>,
  refs: readonly string[],
  items: readonly (Entity | undefined)[],
): ReadonlyMap<string, Entity> {
  const after = new Map(before);
  refs.forEach((ref, index) => {
    const entity = items[index];
    if (entity) {
      after.set(ref, entity);
    }
  });
  return after;
}
