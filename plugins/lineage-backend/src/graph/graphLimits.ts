/** What a graph is bounded by, and is like when nothing else is asked for. */
export const graphLimits = {
  depth: { default: 2, most: 20 },
  nodes: { default: 300, most: 1000 },
  include: { most: 1000 },
} as const;
