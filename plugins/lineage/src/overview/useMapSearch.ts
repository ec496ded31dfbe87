import { useDeferredValue, useMemo, useState } from 'react';
import { KnownThing } from './model/MapNames';
import { MapPlan } from './model/MapPlan';
import { searchMap } from './model/searchMap';

/** The search on the map. */
export interface MapSearchState {
  text: string;
  setText(text: string): void;
  /** Places of what fits; empty when nothing is searched for. */
  hits: readonly number[];
  /** The place of a hit among the others, counted from 0; below 0 before the first. */
  at: number;
  /** Goes to the next hit, or to the one before. */
  step(by: 1 | -1): void;
}

const NONE: readonly number[] = [];

/** Finds things on the map by anything that they are called. */
export function useMapSearch(
  plan: MapPlan | undefined,
  known: ReadonlyMap<string, KnownThing>,
  onHit: (node: number) => void,
): MapSearchState {
  const [state, setState] = useState({ text: '', at: -1 });
  const { text, at } = state;
  // Thousands of names are searched after the letter is on the screen.
  const sought = useDeferredValue(text);
  const hits = useMemo(
    () =>
      plan
        ? searchMap(
            plan.overview.nodes,
            sought,
            ({ id }) => known.get(id)?.title,
          )
        : NONE,
    [plan, sought, known],
  );
  return {
    text,
    setText: next => setState({ text: next, at: -1 }),
    hits,
    at,
    step: by => {
      if (hits.length > 0) {
        const next = at < 0 && by < 0 ? hits.length - 1 : at + by;
        const place = (next + hits.length) % hits.length;
        setState({ text, at: place });
        onHit(hits[place]);
      }
    },
  };
}
