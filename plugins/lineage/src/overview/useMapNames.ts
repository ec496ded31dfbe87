import { ErrorLike } from '@backstage/errors';
import { startTransition, useEffect, useMemo, useState } from 'react';
import { useNodeNames } from '../names/useNodeNames';
import { KnownThing } from './model/MapNames';
import { MapPlan } from './model/MapPlan';

/** So many are looked up at once: what the catalog answers at once, and is named within a frame. */
export const MOST_NAMED = 500;

/** What the catalog says about things on the map, as far as it was asked. */
export interface MapNames {
  /** By node id. */
  known: ReadonlyMap<string, KnownThing>;
  /** Entity refs, in the order in which they were first met. */
  owners: readonly string[];
  error?: ErrorLike;
  reload(): void;
}

/**
 * Reads names and owners of some things and remembers them. Of everything else
 * there is what the map says itself: looking up all would be thousands.
 */
export function useMapNames(
  plan: MapPlan | undefined,
  /** Places of the things that matter, those that matter most first. */
  wanted: readonly number[],
): MapNames {
  const nodes = useMemo(
    () =>
      plan
        ? [...new Set(wanted)]
            .flatMap(place => plan.overview.nodes[place] ?? [])
            // Of the others the map says all that there is to know.
            .filter(({ entityRef }) => entityRef !== undefined)
            .slice(0, MOST_NAMED)
        : [],
    [plan, wanted],
  );
  const names = useNodeNames(nodes);
  const { of: nameOf, loading } = names;
  const [known, setKnown] = useState<ReadonlyMap<string, KnownThing>>(
    new Map(),
  );
  useEffect(() => {
    if (!loading && nodes.length > 0) {
      const found = nodes.map(({ id }): [string, KnownThing] => {
        const { title, owner, ownerName } = nameOf(id);
        return [id, { title, owner, ownerName }];
      });
      startTransition(() => setKnown(before => new Map([...before, ...found])));
    }
  }, [nodes, nameOf, loading]);

  const owners = useMemo(
    () => [...new Set([...known.values()].flatMap(({ owner }) => owner ?? []))],
    [known],
  );
  return { known, owners, error: names.error, reload: names.reload };
}
