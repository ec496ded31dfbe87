/** What is to be arranged. Ends of edges are positions in `nodes`. */
export interface LayoutGraph {
  nodes: readonly { width: number; height: number }[];
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

/** How the columns are found: the first is better, the second faster on dense graphs. */
export type Ranker = 'tight-tree' | 'longest-path';

/** A point in the picture. */
export interface Point {
  x: number;
  y: number;
}

/** Distances in the picture, in pixels. */
export const GAPS = { column: 84, row: 20 } as const;
