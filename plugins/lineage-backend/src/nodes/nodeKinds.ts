/** How the kind of a node is stored. */
export const NODE_KIND = {
  dataset: 1,
  job: 2,
  entity: 3,
  /** A job as the maker of one output. */
  step: 4,
} as const;

/** See {@link NODE_KIND}. */
export type NodeKind = (typeof NODE_KIND)[keyof typeof NODE_KIND];
