/** How it is stored that two nodes are the same thing. */
export const SAME_AS = {
  symlink: 1,
  /** The other one is a table of a catalog: the better name. */
  tableSymlink: 2,
  /** The other one is how it was called before. */
  renamedFrom: 3,
} as const;
