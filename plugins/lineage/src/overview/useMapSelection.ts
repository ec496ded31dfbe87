import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChangeView } from '../explorer/useView';
import { MapPlan } from './model/MapPlan';

/** Arrow keys that are held choose many things a second; an address is not written so often. */
const PAUSE_MS = 300;

/** What is chosen on the map, by its place. The address follows when the reader pauses. */
export function useMapSelection(
  plan: MapPlan | undefined,
  address: { selected?: string; change: ChangeView },
): [number | undefined, (node: number | undefined) => void] {
  const [chosen, setChosen] = useState(address.selected);
  const latestChange = useRef(address.change);
  latestChange.current = address.change;
  const inAddress = useRef(address.selected);

  // It may change by other means, such as Escape.
  useEffect(() => {
    if (inAddress.current !== address.selected) {
      inAddress.current = address.selected;
      setChosen(address.selected);
    }
  }, [address.selected]);
  useEffect(() => {
    if (chosen === inAddress.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      inAddress.current = chosen;
      latestChange.current({ selected: chosen });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [chosen]);

  const nodes = plan?.overview.nodes;
  const place = useMemo(() => {
    const found =
      chosen === undefined ? -1 : nodes?.findIndex(({ id }) => id === chosen);
    return found === undefined || found < 0 ? undefined : found;
  }, [nodes, chosen]);
  const select = useCallback(
    (node: number | undefined) =>
      setChosen(node === undefined ? undefined : nodes?.[node]?.id),
    [nodes],
  );
  return [place, select];
}
