import { LayeredGraph } from '../LayeredGraph';
import { Blocks } from './levelBlocks';

/** A connection between items of two blocks. */
export interface Link {
  from: number;
  to: number;
  /** How much it matters that it is short. */
  weight: number;
}

/** By how many of their ends are passages: bends in the middle of a line look worst. */
const WEIGHTS = [1, 2, 8] as const;

/** All connections between blocks. */
export function linkBlocks(
  { nodeCount, after }: LayeredGraph,
  { blockOf }: Blocks,
): Link[] {
  const links: Link[] = [];
  after.forEach((ends, item) => {
    for (const end of ends) {
      const passages = [item, end].filter(each => each >= nodeCount).length;
      if (blockOf[item] !== blockOf[end]) {
        links.push({
          from: blockOf[item],
          to: blockOf[end],
          weight: WEIGHTS[passages],
        });
      }
    }
  });
  return links;
}
