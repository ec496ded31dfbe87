import { RefObject, useEffect, useRef } from 'react';

/**
 * Keys that work anywhere in a part of the page, and while nothing on the page
 * has the focus. Where somebody types or answers a dialog they are characters.
 */
export function useShortcuts(
  box: RefObject<HTMLElement>,
  shortcuts: Readonly<Record<string, () => void>>,
): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const name = key.length === 1 ? key.toLocaleLowerCase('en-US') : key;
      if (
        event.defaultPrevented ||
        ctrlKey ||
        metaKey ||
        altKey ||
        !Object.hasOwn(latest.current, name) ||
        !(target instanceof Element) ||
        target.closest(
          'input, textarea, select, [contenteditable], [role=dialog]',
        )
      ) {
        return;
      }
      if (target === document.body || box.current?.contains(target)) {
        event.preventDefault(); // what is typed next goes into the search, this does not
        latest.current[name]();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}
