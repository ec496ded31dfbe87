import { LineageGraph } from '@understudy/plugin-lineage-common';
import { groupFanOut } from '../../../../plugins/lineage/src/graph/model/groupFanOut';
import {
  FlowGraph,
  toFlow,
} from '../../../../plugins/lineage/src/graph/model/toFlow';

/** What the page makes of an answer of the backend before it is arranged. */
export function toDrawing(graph: LineageGraph): FlowGraph {
  return toFlow(groupFanOut(graph, { open: new Set(), folded: new Set() }));
}
