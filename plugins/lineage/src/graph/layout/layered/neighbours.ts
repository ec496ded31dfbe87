/** A connection from one item to another one, by their numbers. */
export type Arc = readonly [from: number, to: number];

/** The neighbours of each item. */
export type Neighbours = readonly (readonly number[])[];

/** Lists what comes before and after each item. */
export function neighboursOf(
  count: number,
  arcs: readonly Arc[],
): { before: number[][]; after: number[][] } {
  const before = Array.from({ length: count }, (): number[] => []);
  const after = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of arcs) {
    after[from].push(to);
    before[to].push(from);
  }
  return { before, after };
}
