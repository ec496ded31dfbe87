/** A node to be arranged. */
export interface LayoutNode {
  width: number;
  height: number;
  /**
   * On which side of the start it is, left of it when negative. It decides only which
   * connections of a circle are drawn as leading back: those from the right to the left.
   */
  side?: number;
}

/** What is to be arranged. Ends of edges are positions in `nodes`. */
export interface LayoutGraph {
  nodes: readonly LayoutNode[];
  edges: readonly (readonly [source: number, target: number])[];
}

/** Coordinates in the picture. */
export type Coordinates = readonly [x: number, y: number];

/** Where everything goes. */
export interface Arrangement {
  /** The top left corner of each node, in the order of the graph's nodes. */
  positions: readonly Coordinates[];
  /** Per edge, where it passes through columns between its ends without touching a node there. */
  bends: readonly (readonly Coordinates[])[];
}

/** A point in the picture. */
export interface Point {
  x: number;
  y: number;
}

/** Distances in the picture, in pixels. */
export const GAPS = { column: 84, row: 20 } as const;
