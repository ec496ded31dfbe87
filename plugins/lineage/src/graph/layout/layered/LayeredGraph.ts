/**
 * Nodes in layers, and what stands for connections where they pass a layer on
 * their way: so every connection leads from one layer to the next.
 */
export interface LayeredGraph {
  /** Items with smaller numbers are nodes, the others are passages. */
  nodeCount: number;
  layerCount: number;
  layerOf: readonly number[];
  /** Neighbours of each item in the layer before it. */
  before: readonly (readonly number[])[];
  /** Neighbours of each item in the layer after it. */
  after: readonly (readonly number[])[];
  /** Per arc, its passages from left to right. */
  passages: readonly (readonly number[])[];
}

/** The items of each layer, from top to bottom. */
export type Order = number[][];
