import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

const KEY = 'recent';
const KEPT = 8;

/** Something whose lineage was looked at before. */
export type RecentRoot = {
  id: string;
  title: string;
};

/** What the reader looked at before, the latest first; kept where their settings are. */
export function useRecentRoots(): {
  roots: readonly RecentRoot[];
  remember: (id: string, title: string) => void;
} {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket('lineage'), [storageApi]);
  const [roots, setRoots] = useState<readonly RecentRoot[]>(() =>
    readRoots(bucket.snapshot(KEY).value),
  );
  useEffect(() => {
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setRoots(readRoots(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);

  const remember = useCallback(
    (id: string, title: string) => {
      const before = readRoots(bucket.snapshot(KEY).value);
      bucket.set(KEY, [
        { id, title },
        ...before.filter(root => root.id !== id).slice(0, KEPT - 1),
      ]);
    },
    [bucket],
  );
  return { roots, remember };
}

function readRoots(value: unknown): RecentRoot[] {
  return Array.isArray(value) ? value.filter(isRoot) : [];
}

function isRoot(value: unknown): value is RecentRoot {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'title' in value &&
    typeof value.title === 'string'
  );
}
