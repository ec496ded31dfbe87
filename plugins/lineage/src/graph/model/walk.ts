import { Adjacency, neighboursOf } from './adjacency';

/** Jobs and data of one column differ in width, not by this much. */
const COLUMN = 80;

/** A thing and where its middle is. */
export interface Place {
  id: string;
  x: number;
  y: number;
}

/** The arrow keys. */
export type WalkDirection = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads: left and right along the connections, to the one
 * nearest in height; up and down to what stands in the same column. Undefined
 * when there is nothing that way. `cameFrom` is preferred when it lies that
 * way, so that two opposite steps lead back.
 */
export function walk(
  from: string,
  direction: WalkDirection,
  known: {
    places: ReadonlyMap<string, Place>;
    adjacency: Adjacency;
    cameFrom?: string;
  },
): string | undefined {
  const here = known.places.get(from);
  if (!here) {
    return undefined;
  }
  if (direction === 'left' || direction === 'right') {
    const side = direction === 'left' ? 'upstream' : 'downstream';
    const neighbours = neighboursOf(known.adjacency, from, side);
    if (known.cameFrom && neighbours.includes(known.cameFrom)) {
      return known.cameFrom;
    }
    return nearest(
      neighbours.flatMap(id => known.places.get(id) ?? []),
      place => Math.abs(place.y - here.y),
    );
  }
  const sign = direction === 'up' ? -1 : 1;
  return nearest(
    [...known.places.values()].filter(
      place =>
        Math.sign(place.y - here.y) === sign &&
        Math.abs(place.x - here.x) < COLUMN,
    ),
    place => Math.abs(place.y - here.y),
  );
}

function nearest(
  places: readonly Place[],
  distance: (place: Place) => number,
): string | undefined {
  let best: Place | undefined;
  for (const place of places) {
    if (!best || distance(place) < distance(best)) {
      best = place;
    }
  }
  return best?.id;
}
