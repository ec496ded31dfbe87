import { useCallback, useMemo, useState } from 'react';
import { latestParts, Part, readPart, writePart } from './parts';
import { ChangeView } from './useView';
import { LineageView } from './view';

/** What the reader shows otherwise than it would be; all of it is in the address. */
export interface Parts {
  /** In the order in which they were asked for. */
  list: readonly Part[];
  /** The first ones had to make room for one that was asked for here. */
  full: boolean;
  add(part: Part): void;
  remove(part: Part): void;
  clear(): void;
}

/** The parts in the address, and how to change them. */
export function useParts(view: LineageView, change: ChangeView): Parts {
  // The address makes the same list anew whenever anything else in it changes.
  const text = view.parts.map(writePart).join('\n');
  const list = useMemo(
    () => text.split('\n').flatMap(line => readPart(line) ?? []),
    [text],
  );
  const [full, setFull] = useState(false);
  const set = useCallback(
    (next: readonly Part[]) => {
      const parts = latestParts(next);
      setFull(parts.length < next.length);
      change({ parts });
    },
    [change],
  );
  return {
    list,
    full: full && list.length > 0,
    add: useCallback(
      part => {
        const isThere = list.some(known => isSame(known, part));
        if (!isThere) {
          set([...list, part]);
        }
      },
      [list, set],
    ),
    remove: useCallback(
      part => set(list.filter(known => !isSame(known, part))),
      [list, set],
    ),
    clear: useCallback(() => set([]), [set]),
  };
}

function isSame(a: Part, b: Part): boolean {
  return writePart(a) === writePart(b);
}
