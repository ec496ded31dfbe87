import { LineageNodeSummary } from '../graph/types';
import { LineageInfluence } from './fieldKinds';

/**
 * A field of a dataset; without a name: the dataset as a whole.
 *
 * @public
 */
export interface LineageField {
  /** Node id. */
  node: string;
  field?: string;
}

/**
 * One connection between fields, in the direction of the data.
 *
 * @public
 */
export interface LineageFieldEdge {
  source: LineageField;
  target: LineageField;
  /** `direct`: the value is passed on or computed from. `indirect`: it decides something, as a filter or a join does. */
  kind: 'direct' | 'indirect' | 'both';
  /** How it decides, where events say so and it does. */
  how?: LineageInfluence[];
  /**
   * From a dataset as a whole to one of its fields: what decides over all of it
   * decides over each of them, and so over all that is made from one. It is no
   * hop, and always `indirect`.
   */
  within?: true;
  /** It leads through something the caller may not see; nothing else is said about it, and `kind` is always `direct`. */
  restricted?: true;
}

/**
 * A dataset some of whose fields are part of an answer.
 *
 * @public
 */
export interface LineageFieldNode extends LineageNodeSummary {
  /** Those that are part of the answer, in alphabetical order. */
  fields: string[];
  /**
   * Those of `fields` that are connected with what was asked about only by way of
   * something that decides; values are not passed on all the way. Missing when
   * there are none.
   */
  indirect?: string[];
  /** Shortest number of hops from the fields asked about, of any of its fields. */
  distance: { upstream?: number; downstream?: number };
}

/**
 * What fields of a dataset are made from, and what is made from them.
 *
 * @public
 */
export interface LineageFields {
  root: string;
  /** The field asked about; missing when it was all of the dataset. */
  field?: string;
  /** Nearest first. */
  nodes: LineageFieldNode[];
  edges: LineageFieldEdge[];
  /** There is more than fits, or than is kept. */
  truncated: boolean;
  /** Facets of these datasets say more about their fields than is kept. */
  cut?: true;
  /** False when part of it was left out because the caller may not see it. */
  complete: boolean;
}
