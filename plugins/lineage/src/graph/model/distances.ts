import { Adjacency, neighboursOf, Side, SIDES } from './adjacency';

/** Shortest number of hops from a node to each that is reached on these sides. */
export function hopsFrom(
  adjacency: Adjacency,
  start: string,
  sides: readonly Side[] = SIDES,
): Map<string, number> {
  const hops = new Map([[start, 0]]);
  let rim = [start];
  for (let distance = 1; rim.length > 0; distance++) {
    const next: string[] = [];
    for (const id of rim) {
      for (const side of sides) {
        for (const neighbour of neighboursOf(adjacency, id, side)) {
          if (!hops.has(neighbour)) {
            hops.set(neighbour, distance);
            next.push(neighbour);
          }
        }
      }
    }
    rim = next;
  }
  return hops;
}
