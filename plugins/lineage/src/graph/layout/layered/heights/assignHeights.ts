import { LayeredGraph, Order } from '../LayeredGraph';
import { levelBlocks } from './levelBlocks';
import { linkBlocks } from './linkBlocks';
import { separateBlocks } from './separateBlocks';
import { shortenLinks } from './shortenLinks';

/** After so many rounds nothing moves any more that one could see. */
const ROUNDS = 16;
const LEVELLING_ROUNDS = 8;
/** A slope of fewer pixels looks like a mistake. */
const SLIGHT = 16;
/** How much more it matters that these become level. */
const LEVELLING = 30;

/**
 * Finds the height of the middle of each item, so that items keep their order and
 * distances, what belongs together is level, and connections are as short as can
 * be. Heights are whole pixels, on which text is sharp.
 */
export function assignHeights(
  graph: LayeredGraph,
  order: Order,
  distance: (upper: number, lower: number) => number,
): number[] {
  const blocks = levelBlocks(graph, order);
  const links = linkBlocks(graph, blocks);
  const separations = separateBlocks(order, blocks, distance);
  const start = new Array<number>(blocks.count).fill(0);
  const short = shortenLinks(start, links, { separations, rounds: ROUNDS });
  const levelled = shortenLinks(
    short,
    links.map(link =>
      Math.abs(short[link.from] - short[link.to]) < SLIGHT
        ? { ...link, weight: link.weight * LEVELLING }
        : link,
    ),
    { separations, rounds: LEVELLING_ROUNDS },
  );
  return blocks.blockOf.map(block => Math.round(levelled[block]));
}
