import { createEdgeSet } from './EdgeSet';
import { ClaimedEdge, DatasetLineage } from '../facts';

/**
 * The connections that a dataset states about itself: from each of its sources
 * straight to it. None once its `lineage` facet was deleted.
 *
 * @public
 */
export function edgesOfDatasetLineage(
  lineage: DatasetLineage,
  eventTime: string,
): ClaimedEdge[] {
  const edges = createEdgeSet();
  for (const source of lineage.sources ?? []) {
    if (source !== lineage.dataset) {
      edges.add(
        { node: source },
        { node: lineage.dataset },
        { first: eventTime, last: eventTime },
      );
    }
  }
  return edges.toList();
}
