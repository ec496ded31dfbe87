import { LineageFields } from '../columns/types';
import { LineageGraph, LineageImpact } from '../graph/types';

/**
 * What was asked of one of many nodes.
 *
 * @public
 */
export interface LineageNeighbourhood {
  /** As it was asked for. */
  root: string;
  /** False for what is unknown or may not be seen: the two are not told apart. */
  found: boolean;
  /** These are there as far as they were asked for and the node was found. */
  graph?: LineageGraph;
  impact?: LineageImpact;
  fields?: LineageFields;
}

/**
 * Answers to one question about many nodes.
 *
 * @public
 */
export interface LineageNeighbourhoods {
  /** One for each node that was asked for, in that order. */
  items: LineageNeighbourhood[];
}
