import { columnLimits } from '../columns/columnLimits';
import { graphLimits } from '../graph/graphLimits';

/**
 * What a question about many nodes is bounded by. Each of them may be answered
 * as much as a question about one, so that there are few.
 */
export const neighbourhoodLimits = {
  roots: 10,
  nodes: graphLimits.nodes,
  depth: graphLimits.depth,
  items: { default: 200, most: 1000 },
  fields: { default: columnLimits.fields.default, most: 1000 },
  fieldDepth: columnLimits.depth,
} as const;
