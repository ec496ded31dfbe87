import { errorApiRef, storageApiRef, useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'ml';

/**
 * What the reader chose earlier, kept where the app keeps the settings of its
 * users; undefined where nothing is kept. It may be of an older release: look
 * at its shape before you use it.
 */
export function useStored(
  key: string,
): [JsonValue | undefined, (value: JsonValue | undefined) => void] {
  const storageApi = useApi(storageApiRef);
  const errorApi = useApi(errorApiRef);
  const bucket = useMemo(() => storageApi.forBucket(BUCKET), [storageApi]);
  const [value, setValue] = useState(() => bucket.snapshot(key).value);

  useEffect(() => {
    setValue(bucket.snapshot(key).value);
    const subscription = bucket
      .observe$(key)
      .subscribe(snapshot => setValue(snapshot.value));
    return () => subscription.unsubscribe();
  }, [bucket, key]);

  const store = useCallback(
    (next: JsonValue | undefined) => {
      setValue(next);
      const stored =
        next === undefined ? bucket.remove(key) : bucket.set(key, next);
      stored.catch(error => errorApi.post(toError(error)));
    },
    [bucket, errorApi, key],
  );
  return [value, store];
}
