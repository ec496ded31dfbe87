import { Arc, neighboursOf } from '../neighbours';
import { inDirection, longestPaths } from './longestPaths';
import { pullTogether } from './pullTogether';

/**
 * Says in which layer each node is, so that every arc leads to a later one and
 * few are long: first as near to the beginning as can be, then nearer to what
 * each is connected with.
 */
export function assignLayers(
  count: number,
  arcs: readonly Arc[],
  options: { layerSteps: number },
): number[] {
  const { before, after } = neighboursOf(count, arcs);
  const order = inDirection(before, after);
  const layers = longestPaths(order, before);
  const passes = Math.floor(options.layerSteps / (count + arcs.length));
  pullTogether(layers, { order, before, after, passes });
  return withoutEmpty(layers);
}

/** Numbers layers anew, without those in which nothing is. */
function withoutEmpty(layers: readonly number[]): number[] {
  const numbers = new Map(
    [...new Set(layers)].sort((a, b) => a - b).map((layer, at) => [layer, at]),
  );
  return layers.map(layer => numbers.get(layer) ?? 0);
}
