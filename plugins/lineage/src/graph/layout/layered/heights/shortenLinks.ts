import { Link } from './linkBlocks';
import { Separations } from './separateBlocks';
import { settle } from './settle';

/**
 * Moves blocks so that what links them becomes short: time and again everything
 * goes half the way to the middle of what it is linked with. It keeps some of its
 * swing, which gets it to its place in a fraction of the rounds (Nesterov's
 * method).
 */
export function shortenLinks(
  start: readonly number[],
  links: readonly Link[],
  options: { separations: Separations; rounds: number },
): number[] {
  const { separations, rounds } = options;
  const weights = weightsOf(start.length, links);
  let heights = settle(separations, { wishes: start, weights });
  let swung: readonly number[] = heights;
  for (let round = 0; round < rounds; round++) {
    const before = heights;
    heights = settle(separations, {
      wishes: halfWay(swung, links, weights),
      weights,
    });
    const swing = round / (round + 3);
    swung = heights.map(
      (height, block) => height + swing * (height - before[block]),
    );
  }
  return heights;
}

function weightsOf(count: number, links: readonly Link[]): number[] {
  const weights = new Array<number>(count).fill(0);
  for (const { from, to, weight } of links) {
    weights[from] += weight;
    weights[to] += weight;
  }
  // What is linked with nothing weighs something, too.
  return weights.map(weight => weight || 1);
}

function halfWay(
  heights: readonly number[],
  links: readonly Link[],
  weights: readonly number[],
): number[] {
  const moves = new Array<number>(heights.length).fill(0);
  for (const { from, to, weight } of links) {
    const pull = (weight * (heights[to] - heights[from])) / 2;
    moves[from] += pull;
    moves[to] -= pull;
  }
  return heights.map((height, block) => height + moves[block] / weights[block]);
}
