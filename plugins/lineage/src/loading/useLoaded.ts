import { ErrorLike, toError } from '@backstage/errors';
import {
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/**
 * What is known of something that is read. `data` together with `error` means
 * that the last read failed and that `data` is older.
 */
export interface Loaded<T> {
  data?: T;
  error?: ErrorLike;
  loading: boolean;
  /** When `data` was read, in milliseconds since 1970. */
  readAt?: number;
  reload(): void;
}

interface Outcome<T> {
  /** What was asked last. */
  load: () => Promise<T>;
  error?: ErrorLike;
  /** The last answer, which may be one to an earlier question. */
  answer?: { load: () => Promise<T>; data: T; readAt: number };
}

/**
 * Reads with `load` on mount, whenever `load` changes, and on `reload`. Give it
 * a function from `useCallback`. Another function is another question: the
 * answer to the one before is dropped, unless `keep` says that it is worth
 * showing until there is a new one.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  options?: {
    keep?: (data: T) => boolean;
    /** What is shown of an answer can be large: it is made piece by piece, and the page goes on answering. */
    inPieces?: boolean;
  },
): Loaded<T> {
  const inPieces = options?.inPieces === true;
  const [outcome, setOutcome] = useState<Outcome<T>>({ load });
  const [loading, setLoading] = useState(true);
  const latest = useRef(0);

  const read = useCallback(async () => {
    latest.current += 1;
    const run = latest.current;
    setLoading(true);
    let next: (before: Outcome<T>) => Outcome<T>;
    try {
      const data = await load();
      next = () => ({ load, answer: { load, data, readAt: Date.now() } });
    } catch (error) {
      next = ({ answer }) => ({ load, answer, error: toError(error) });
    }
    // A later read may have been started, or the page left.
    if (run === latest.current) {
      const show = () => {
        setOutcome(next);
        setLoading(false);
      };
      if (inPieces) {
        startTransition(show);
      } else {
        show();
      }
    }
  }, [load, inPieces]);

  useEffect(() => {
    read();
    return () => {
      latest.current += 1;
    };
  }, [read]);

  const { answer } = outcome;
  const fits =
    answer && (answer.load === load || options?.keep?.(answer.data) === true);
  const known = fits ? answer : undefined;
  const settled = outcome.load === load;
  return {
    data: known?.data,
    readAt: known?.readAt,
    error: settled ? outcome.error : undefined,
    loading: loading || !settled,
    reload: read,
  };
}
